package com.bookedbarber.platform.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** One pair of stores for the tests of a whole build: runs until it is asked to end. */
public final class TestStores {

    private TestStores() {}

    /**
     * Starts the pair and writes its ports to a file, in the form {@link Stores#RUNNING_PAIR} takes.
     *
     * @param arguments the file
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var file = Path.of(arguments[0]);
        // Written in one step: whoever waits for the file never reads half of it.
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(unfinished, Stores.startPair().ports() + "\n");
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        Thread.currentThread().join();
    }
}
