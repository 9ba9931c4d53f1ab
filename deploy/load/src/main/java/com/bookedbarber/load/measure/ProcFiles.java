package com.bookedbarber.load.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Linux' account of processes, /proc; elsewhere everything is nought. Fields as in proc(5). */
final class ProcFiles {

    /** The unit of times in /proc, the same on every Linux that Java runs on. */
    private static final int TICKS_PER_SECOND = 100;

    private final Path root;

    ProcFiles(Path root) {
        this.root = root;
    }

    /** CPU time of a process tree since it began, that of ended children included. */
    double cpuSeconds(ProcessHandle process) {
        return tree(process).mapToLong(member -> ticks(member.pid())).sum() / (double) TICKS_PER_SECOND;
    }

    /** Memory of a process tree; what its members share is split among them, so that the sum counts it once. */
    long memoryKib(ProcessHandle process) {
        var members = tree(process).toList();
        return members.size() == 1
                ? field(process.pid(), "status", "VmRSS:")
                : members.stream()
                        .mapToLong(member -> field(member.pid(), "smaps_rollup", "Pss:"))
                        .sum();
    }

    /** The most that a process itself has held since it began; its children are not in it. */
    long peakMemoryKib(ProcessHandle process) {
        return field(process.pid(), "status", "VmHWM:");
    }

    private static Stream<ProcessHandle> tree(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants());
    }

    /** User and system time, its own and that of children it has waited for. */
    private long ticks(long pid) {
        var stat = read(pid, "stat");
        int name = stat.lastIndexOf(')');
        if (name < 0) {
            return 0;
        }
        var fields = stat.substring(name + 2).split(" ", -1);
        // utime, stime, cutime and cstime are fields 14 to 17; the first one here is field 3.
        return Stream.of(11, 12, 13, 14)
                .mapToLong(field -> Long.parseLong(fields[field]))
                .sum();
    }

    private long field(long pid, String file, String name) {
        return read(pid, file)
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private String read(long pid, String file) {
        try {
            return new String(
                    Files.readAllBytes(root.resolve(Long.toString(pid)).resolve(file)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
