package com.bookedbarber.user.password;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PasswordConfigCheckTest {

    @ParameterizedTest
    @CsvSource({"64,1,1,1", "19456,2,1,4", "1048576,100,16,64"})
    void shouldTakeSettingsInRange(int memoryKib, int passes, int lanes, int atOnce) {
        Settings settings = new Settings(memoryKib, passes, lanes, atOnce, Duration.ofSeconds(5));

        assertThatCode(() -> PasswordConfigCheck.check(settings)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "63,2,1,4,bb.passwords.memory-kib is 63; it has to be from 64 to 1048576.",
        "1048577,2,1,4,bb.passwords.memory-kib is 1048577; it has to be from 64 to 1048576.",
        "64,0,1,4,bb.passwords.passes is 0; it has to be from 1 to 100.",
        "64,2,17,4,bb.passwords.lanes is 17; it has to be from 1 to 16.",
        "64,2,1,0,bb.passwords.at-once is 0; it has to be from 1 to 1000."
    })
    void shouldRefuseSettingsOutOfRange(int memoryKib, int passes, int lanes, int atOnce, String sentence) {
        Settings settings = new Settings(memoryKib, passes, lanes, atOnce, Duration.ofSeconds(5));

        assertThatThrownBy(() -> PasswordConfigCheck.check(settings)).hasMessage(sentence);
    }

    private record Settings(int memoryKib, int passes, int lanes, int atOnce, Duration patience)
            implements PasswordConfig {}
}
