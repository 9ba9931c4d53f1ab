package com.bookedbarber.load.measure;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Watches what named processes take between its start and its end. */
public final class ProcessWatch {

    private static final ProcFiles PROC = new ProcFiles(Path.of("/proc"));

    private final Map<String, ProcessHandle> processes;
    private final Map<String, Double> cpuBefore = new TreeMap<>();
    private final long begin = System.nanoTime();

    private ProcessWatch(Map<String, ProcessHandle> processes) {
        this.processes = new LinkedHashMap<>(processes);
        processes.forEach((name, process) -> cpuBefore.put(name, PROC.cpuSeconds(process)));
    }

    /** Starts watching. */
    public static ProcessWatch start(Map<String, ProcessHandle> processes) {
        return new ProcessWatch(processes);
    }

    /** What they took since the start. */
    public Map<String, ProcessUsage> end() {
        var seconds = (System.nanoTime() - begin) / 1e9;
        var usage = new LinkedHashMap<String, ProcessUsage>();
        processes.forEach((name, process) -> {
            var cpu = Math.max(0, PROC.cpuSeconds(process) - cpuBefore.get(name));
            usage.put(name, new ProcessUsage(100 * cpu / seconds, PROC.memoryKib(process) / 1024));
        });
        return usage;
    }

    /** The memory of one process and its children now, in MiB. */
    public static long memoryMib(ProcessHandle process) {
        return PROC.memoryKib(process) / 1024;
    }

    /** The most memory that one process has held since it began, in MiB; 0 if it is gone or the system does not tell. */
    public static long peakMemoryMib(ProcessHandle process) {
        return PROC.peakMemoryKib(process) / 1024;
    }
}
