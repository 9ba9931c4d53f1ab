package com.bookedbarber.local;

import com.bookedbarber.local.console.Console;
import com.bookedbarber.local.demo.DemoException;
import com.bookedbarber.local.stack.Folders;
import com.bookedbarber.local.stack.StackException;
import com.bookedbarber.platform.stores.StoreException;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Java half of {@code ./dev}: {@code up}, {@code demo} and {@code train}. */
public final class Main {

    private Main() {}

    /** Runs one command; ends with 1 and a sentence when it does not work. */
    public static void main(String[] arguments) {
        var folders = Folders.of(Path.of(System.getProperty("bookedbarber.home", ".")));
        try {
            run(List.of(arguments), folders, Console.standard());
        } catch (StackException | StoreException | DemoException e) {
            fail(e.getMessage());
        } catch (RuntimeException e) {
            fail("Something went wrong that is not foreseen; the details are in " + details(folders, e) + ".");
        }
    }

    private static void run(List<String> arguments, Folders folders, Console console) {
        var command = arguments.isEmpty() ? "" : arguments.getFirst();
        var rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        switch (command) {
            case "up" -> Up.run(UpOptions.parse(rest), folders, console);
            case "demo" -> Demo.run(console);
            case "train" -> Train.run(folders, console);
            default -> throw new StackException("There is no command \"" + command + "\"; see ./dev help.");
        }
    }

    private static void fail(String sentence) {
        System.err.println(sentence);
        System.exit(1);
    }

    private static Path details(Folders folders, RuntimeException e) {
        var trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        try {
            return Files.writeString(folders.log("launcher"), trace.toString());
        } catch (IOException unwritable) {
            return Path.of("nowhere, because " + unwritable.getMessage());
        }
    }
}
