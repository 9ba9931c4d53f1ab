package com.bookedbarber.load;

import com.bookedbarber.load.measure.Machine;
import com.bookedbarber.load.measure.Measurement;
import com.bookedbarber.load.measure.ResultTable;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a bench says: progress while it runs, and at its end one table, verdicts, and the machine they hold for. */
public final class Report {

    private final String bench;
    private final Path folder;
    private final PrintStream out;
    private final String machine = Machine.describe();
    private final ResultTable table = new ResultTable();
    private final List<String> findings = new ArrayList<>();
    private String ownTable;
    private boolean measured;
    private boolean missed;

    /**
     * An empty one.
     *
     * @param folder where the table is kept as {@code <bench>.md}
     */
    public Report(String bench, Path folder, PrintStream out) {
        this.bench = bench;
        this.folder = folder;
        this.out = out;
    }

    /** Where a bench may keep files of its own. */
    public Path folder() {
        return folder;
    }

    /** Tells what is being done. */
    public void progress(String line) {
        out.println("  " + line);
        out.flush();
    }

    /** Adds a row to the table. */
    public void add(Measurement measurement) {
        table.add(measurement);
        measured = true;
        progress("%s: %.0f/s".formatted(measurement.scenario(), measurement.perSecond()));
    }

    /** Takes a table that has other columns than the usual one. */
    public void table(String rendered) {
        ownTable = rendered;
    }

    /** Adds a figure that is not a row of the table. */
    public void figure(String sentence) {
        findings.add(sentence);
        progress(sentence);
    }

    /** Adds a figure that has to hold, and whether it does. */
    public void verdict(boolean holds, String sentence) {
        missed |= !holds;
        figure((holds ? "✓ " : "✗ ") + sentence);
    }

    /** Whether a verdict was a miss. */
    public boolean missed() {
        return missed;
    }

    /** Prints everything and keeps it as a file. */
    public void finish() {
        var text = new StringBuilder("\n## ")
                .append(bench)
                .append("\n\n")
                .append(machine)
                .append("\n\n");
        if (measured) {
            text.append(table.render()).append("\n\n");
        }
        if (ownTable != null) {
            text.append(ownTable).append("\n\n");
        }
        findings.forEach(finding -> text.append("- ").append(finding).append('\n'));
        out.println(text);
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(bench + ".md"), text.toString().stripLeading());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
