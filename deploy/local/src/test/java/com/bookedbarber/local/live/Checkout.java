package com.bookedbarber.local.live;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** A copy of this checkout's sources, to change at will. */
record Checkout(Path folder) {

    private static final Path ORIGINAL = Path.of("../..").toAbsolutePath().normalize();

    /** What is no source: what is built, what runs here, what was committed. */
    private static final Set<String> LEFT_OUT = Set.of("target", ".local", ".git", "node_modules");

    /** As it is after cloning: nothing is built. */
    static Checkout copiedTo(Path folder) throws IOException {
        Files.walkFileTree(ORIGINAL, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path original, BasicFileAttributes attributes) throws IOException {
                if (LEFT_OUT.contains(original.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(copyOf(original));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path original, BasicFileAttributes attributes) throws IOException {
                Files.copy(original, copyOf(original), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            private Path copyOf(Path original) {
                return folder.resolve(ORIGINAL.relativize(original));
            }
        });
        return new Checkout(folder);
    }

    /** Writes a file again with one text in place of another, as an editor does. */
    void change(String file, String text, String replacement) throws IOException {
        var path = folder.resolve(file);
        var before = Files.readString(path);
        if (!before.contains(text)) {
            throw new AssertionError("There is no \"" + text + "\" in " + file + " any more: choose another text.");
        }
        Files.writeString(path, before.replace(text, replacement));
    }
}
