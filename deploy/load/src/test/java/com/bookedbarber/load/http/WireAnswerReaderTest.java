package com.bookedbarber.load.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WireAnswerReaderTest {

    private static final String WITH_LENGTH = "HTTP/1.1 201 Created\r\ncontent-length: 5\r\n\r\nfirst";
    private static final String IN_CHUNKS =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n3;note=x\r\nsec\r\nA\r\nond, whole\r\n0\r\n\r\n";
    private static final String WITHOUT_BODY = "HTTP/1.1 204 No Content\r\nCONNECTION: Close\r\n\r\n";

    private final WireAnswerReader reader = new WireAnswerReader();

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000})
    void shouldReadOneAnswerAfterTheOtherHoweverTheyArrive(int atOnce) throws IOException {
        assertThat(read(WITH_LENGTH, atOnce)).isEqualTo("201 first");
        assertThat(reader.isLast()).isFalse();
        assertThat(read(IN_CHUNKS, atOnce)).isEqualTo("200 second, whole");
        assertThat(read(WITHOUT_BODY, atOnce)).isEqualTo("204 ");
        assertThat(reader.isLast()).isTrue();
        assertThat(read(WITH_LENGTH, atOnce)).isEqualTo("201 first");
    }

    @Test
    void shouldReadAnswersLongerThanItsFirstBuffer() throws IOException {
        var body = "x".repeat(100_000);

        assertThat(read("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + body, 3000))
                .isEqualTo("200 " + body);
    }

    @Test
    void shouldTellThatTheConnectionEndedInTheMiddle() {
        assertThatThrownBy(() -> read(WITH_LENGTH.substring(0, WITH_LENGTH.length() - 1), 10))
                .isInstanceOf(EOFException.class);
    }

    /** The status and the body. */
    private String read(String answer, int atOnce) throws IOException {
        var in = new ByteArrayInputStream(answer.getBytes(StandardCharsets.ISO_8859_1));
        WireAnswerReader.Source source = (into, from, most) -> in.read(into, from, Math.min(most, atOnce));
        while (!reader.read(source)) {
            // Some of it has arrived.
        }
        assertThat(in.available()).isZero();
        return reader.status() + " " + new String(reader.body(), StandardCharsets.ISO_8859_1);
    }
}
