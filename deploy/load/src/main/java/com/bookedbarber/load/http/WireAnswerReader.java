package com.bookedbarber.load.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads one answer after the other from a connection that may have only a part of it: {@code Content-Length} and chunked
 * bodies, which is what servers of this suite answer.
 */
final class WireAnswerReader {

    private static final int UNKNOWN = -1;

    private byte[] bytes = new byte[16 * 1024];
    private int count;
    private boolean complete;
    private int bodyAt = UNKNOWN;
    private int chunkAt;
    private long length;
    private int status;
    private boolean chunked;
    private boolean last;

    /** Where octets come from: as many as there are, at least one if it may wait for it, negative at the end. */
    @FunctionalInterface
    interface Source {
        int read(byte[] into, int from, int most) throws IOException;
    }

    /** Forgets what was read of an answer. */
    void reset() {
        count = 0;
        bodyAt = UNKNOWN;
        complete = false;
    }

    /** The status of the answer that is complete. */
    int status() {
        return status;
    }

    /** Whether the server ends the connection behind it. */
    boolean isLast() {
        return last;
    }

    /** The body of the answer that is complete, until the next one is read. */
    byte[] body() {
        if (!chunked) {
            return Arrays.copyOfRange(bytes, bodyAt, bodyAt + Math.toIntExact(length));
        }
        var body = new ByteArrayOutputStream();
        int at = bodyAt;
        for (int size = chunkSize(at); size > 0; size = chunkSize(at)) {
            int begin = lineEnd(at) + 2;
            body.write(bytes, begin, size);
            at = begin + size + 2;
        }
        return body.toByteArray();
    }

    /** Reads what is there; whether the answer is complete now, and the next one is awaited. */
    boolean read(Source source) throws IOException {
        if (complete) {
            reset();
        }
        if (count == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int read = source.read(bytes, count, bytes.length - count);
        if (read < 0) {
            throw new EOFException("the server closed the connection");
        }
        int before = count;
        count += read;
        if (bodyAt == UNKNOWN) {
            readHead(Math.max(0, before - 3));
        }
        complete = bodyAt != UNKNOWN && (chunked ? hasAllChunks() : count - bodyAt >= length);
        return complete;
    }

    private void readHead(int from) {
        for (int i = from; i + 3 < count; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                bodyAt = i + 4;
                chunkAt = bodyAt;
                understand(new String(bytes, 0, i, StandardCharsets.ISO_8859_1).split("\r\n"));
                return;
            }
        }
    }

    private void understand(String[] lines) {
        status = Integer.parseInt(lines[0].split(" ", 3)[1]);
        length = 0;
        chunked = false;
        last = false;
        for (int i = 1; i < lines.length; i++) {
            var header = lines[i].toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(header.substring(15).strip());
            } else if (header.startsWith("transfer-encoding:")) {
                chunked = header.endsWith("chunked");
            } else if (header.startsWith("connection:")) {
                last = header.endsWith("close");
            }
        }
    }

    private boolean hasAllChunks() {
        while (lineEnd(chunkAt) != UNKNOWN) {
            int size = chunkSize(chunkAt);
            int next = lineEnd(chunkAt) + 2 + size + 2;
            if (next > count) {
                return false;
            }
            if (size == 0) {
                return true;
            }
            chunkAt = next;
        }
        return false;
    }

    private int chunkSize(int at) {
        var line = new String(bytes, at, lineEnd(at) - at, StandardCharsets.ISO_8859_1);
        return Integer.parseInt(line.split(";", 2)[0].strip(), 16);
    }

    private int lineEnd(int from) {
        for (int i = from; i + 1 < count; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        return UNKNOWN;
    }
}
