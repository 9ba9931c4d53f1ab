package com.bookedbarber.user.password;

import com.bookedbarber.user.password.Argon2Hash.Cost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class Argon2HashTest {

    private static final byte[] SALT = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    /** Test vectors of the reference implementation. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"
            })
    void shouldAgreeWithTheReferenceImplementation(String hash) {
        assertThat(Argon2Hash.parse(hash).matches("password")).isTrue();
        assertThat(Argon2Hash.parse(hash).matches("Password")).isFalse();
    }

    @Test
    void shouldBeReadAsItWasWritten() {
        Argon2Hash hash = Argon2Hash.compute("a password", SALT, new Cost(19_456, 2, 1));

        assertThat(hash.text()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(Argon2Hash.parse(hash.text()).matches("a password")).isTrue();
    }

    @Test
    void shouldTakeOnePasswordForTheSameOnAnyKeyboard() {
        Argon2Hash hash = Argon2Hash.compute("caf\u00e9 \uD83D\uDC88", SALT, new Cost(64, 1, 1));

        assertThat(hash.matches("cafe\u0301 \uD83D\uDC88")).isTrue();
    }

    @Test
    void shouldNotShowAHashItCannotRead() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Argon2Hash.parse("$2a$10$somethingelse"))
                .withMessageNotContaining("somethingelse");
    }
}
