package com.bookedbarber.local.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Many log files as one stream: new lines of each appear behind its name. */
public final class LogStream {

    /** How often it pays to look. */
    public static final int POLL_MILLIS = 250;

    private static final int CHUNK = 64 * 1024;

    private final Console console;
    private final Map<Path, Source> sources = new LinkedHashMap<>();

    public LogStream(Console console) {
        this.console = console;
    }

    /** Shows this file, from its beginning unless it is followed already. */
    public void follow(String name, Path file) {
        sources.computeIfAbsent(file, _ -> new Source(name, sources.size()));
    }

    /** Shows what is added to this file from now on. */
    public void followFromNow(String name, Path file) {
        follow(name, file);
        sources.get(file).position = file.toFile().length();
    }

    /** Shows what is new. */
    public void showNews() {
        sources.forEach((file, source) -> {
            try {
                if (Files.exists(file)) {
                    source.showNews(file);
                }
            } catch (IOException e) {
                console.say("The log " + file + " cannot be read: " + e.getMessage());
            }
        });
    }

    private final class Source {

        private final String name;
        private final int colour;
        private final StringBuilder unfinishedLine = new StringBuilder();
        private long position;

        Source(String name, int colour) {
            this.name = name.replace("-service", "");
            this.colour = colour;
        }

        void showNews(Path file) throws IOException {
            try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
                if (channel.size() < position) {
                    position = 0;
                }
                var buffer = ByteBuffer.allocate((int) Math.min(CHUNK, channel.size() - position));
                position += Math.max(0, channel.read(buffer, position));
                unfinishedLine.append(StandardCharsets.UTF_8.decode(buffer.flip()));
            }
            int end;
            while ((end = unfinishedLine.indexOf("\n")) >= 0) {
                console.log(name, colour, unfinishedLine.substring(0, end));
                unfinishedLine.delete(0, end + 1);
            }
        }
    }
}
