package com.bookedbarber.platform.hash;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Known answers are those of FIPS 180-4. */
class Sha256Test {

    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void hashesTexts() {
        assertThat(Sha256.of("abc")).asHexString().isEqualToIgnoringCase(OF_ABC);
        assertThat(Sha256.of("")).asHexString().isEqualToIgnoringCase(OF_NOTHING);
    }

    @Test
    void hashesPartsAsIfTheyWereOne() {
        byte[] hash =
                Sha256.of("a".getBytes(StandardCharsets.UTF_8), new byte[0], "bc".getBytes(StandardCharsets.UTF_8));

        assertThat(hash).asHexString().isEqualToIgnoringCase(OF_ABC);
    }

    @Test
    void threadsDoNotDisturbEachOther() {
        var hashes = IntStream.range(0, 10_000)
                .parallel()
                .mapToObj(i -> HexFormat.of().formatHex(Sha256.of("abc")))
                .distinct()
                .toList();

        assertThat(hashes).containsExactly(OF_ABC);
    }
}
