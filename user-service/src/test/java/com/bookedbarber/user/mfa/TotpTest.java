package com.bookedbarber.user.mfa;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.UTF_8);

    /** RFC 6238, appendix B; the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void shouldMakeTheCodesOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(SECRET, seconds / 30)).isEqualTo(code);
        assertThat(Totp.stepOf(code, SECRET, Instant.ofEpochSecond(seconds))).hasValue(seconds / 30);
    }

    @Test
    void shouldAllowAClockThatIsOneStepOff() {
        Instant now = Instant.ofEpochSecond(3000);

        assertThat(Totp.stepOf(Totp.code(SECRET, 99), SECRET, now)).hasValue(99);
        assertThat(Totp.stepOf(Totp.code(SECRET, 101), SECRET, now)).hasValue(101);
        assertThat(Totp.stepOf(Totp.code(SECRET, 98), SECRET, now)).isEmpty();
        assertThat(Totp.stepOf(Totp.code(SECRET, 102), SECRET, now)).isEmpty();
    }
}
