package com.bookedbarber.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One stack per folder. The operating system gives the lock back when its holder dies, however it dies. */
public final class StackLock implements AutoCloseable {

    private final FileChannel channel;

    private StackLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock for as long as this process lives.
     *
     * @throws StackException if a running stack holds it
     */
    public static StackLock take(Folders folders) {
        var file = file(folders);
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                var holder = Files.readString(file).strip();
                channel.close();
                throw new StackException("A stack is running here already (process " + holder
                        + "). Stop it with Ctrl-C in its terminal or with `kill " + holder
                        + "`, or start one more service beside it with `./dev up <name>`.");
            }
            channel.truncate(0);
            channel.write(
                    StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
            return new StackLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a running stack holds it. */
    static boolean isTaken(Folders folders) {
        try (var channel = FileChannel.open(file(folders), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Folders folders) {
        return folders.run().resolve("up.lock");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
