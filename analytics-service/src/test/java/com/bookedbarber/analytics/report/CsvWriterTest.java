package com.bookedbarber.analytics.report;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CsvWriterTest {

    @Test
    void shouldEndLinesAsTheStandardAsks() throws IOException {
        assertThat(written("a", "b")).isEqualTo("a,b\r\n");
    }

    @Test
    void shouldQuoteCommasQuotesAndLineBreaks() throws IOException {
        assertThat(written("a,b", "say \"hi\"", "two\nlines"))
                .isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n");
    }

    @Test
    void shouldDisarmFormulas() throws IOException {
        assertThat(written("=1+1", "+49", "@x", "-cmd")).isEqualTo("'=1+1,'+49,'@x,'-cmd\r\n");
    }

    @Test
    void shouldLeaveNegativeAmountsAlone() throws IOException {
        assertThat(written("-45.00")).isEqualTo("-45.00\r\n");
    }

    @Test
    void shouldKeepEmojiAndAccents() throws IOException {
        assertThat(written("Zoë ✂️")).isEqualTo("Zoë ✂️\r\n");
    }

    private static String written(String... cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter writer = new CsvWriter(out)) {
            writer.row(List.of(cells));
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
