package com.bookedbarber.local.console;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Several logs, one stream. */
class LogStreamTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final LogStream stream =
            new LogStream(new Console(new PrintStream(screen, true, StandardCharsets.UTF_8), false));

    @Test
    void shouldShowNewLinesBehindTheirSource() throws IOException {
        write("booking-service", "old\n");
        stream.followFromNow("booking-service", log("booking-service"));
        stream.follow("gateway", log("gateway"));

        write("booking-service", "booked\n");
        write("gateway", "routed\n");
        stream.showNews();

        assertThat(shown()).containsExactly("booking  │ booked", "gateway  │ routed");
    }

    @Test
    void shouldWaitForTheEndOfALine() throws IOException {
        stream.follow("gateway", log("gateway"));

        write("gateway", "half ");
        stream.showNews();
        assertThat(shown()).isEmpty();

        write("gateway", "a line\n");
        stream.showNews();
        assertThat(shown()).containsExactly("gateway  │ half a line");
    }

    @Test
    void shouldBeginAgainWhenALogDoes() throws IOException {
        stream.follow("gateway", log("gateway"));
        write("gateway", "a long first line\n");
        stream.showNews();

        Files.delete(log("gateway"));
        write("gateway", "again\n");
        stream.showNews();

        assertThat(shown()).containsExactly("gateway  │ a long first line", "gateway  │ again");
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(log(name), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private List<String> shown() {
        return screen.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
