package com.bookedbarber.local.console;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** What the person at the keyboard sees: steps with their times, and coloured lines where colours are wanted. */
public final class Console {

    private static final List<String> COLOURS = List.of("36", "32", "33", "35", "34", "96", "92");

    private final PrintStream out;
    private final boolean coloured;

    Console(PrintStream out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    /** Standard output, coloured if it is a terminal and NO_COLOR (no-color.org) is not set. */
    public static Console standard() {
        var terminal = System.console() != null && System.console().isTerminal();
        return new Console(System.out, terminal && System.getenv("NO_COLOR") == null);
    }

    /** A console that says nothing. */
    public static Console silent() {
        return new Console(new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8), false);
    }

    public synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Does something and says how long it took. */
    public <T> T step(String what, Supplier<T> work) {
        var begin = System.nanoTime();
        var result = work.get();
        say("%s %-48s %6.1f s".formatted(paint("32", "✓"), what, (System.nanoTime() - begin) / 1e9));
        return result;
    }

    public void step(String what, Runnable work) {
        step(what, () -> {
            work.run();
            return null;
        });
    }

    /** A line of somebody's log, in that somebody's colour. */
    void log(String source, int colour, String line) {
        say(paint(COLOURS.get(colour % COLOURS.size()), "%-9s│".formatted(source)) + " " + line);
    }

    public String bold(String text) {
        return paint("1", text);
    }

    private String paint(String code, String text) {
        return coloured ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
