package com.bookedbarber.load.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What a figure was measured on, and how busy it was with other things: a figure without that is worth little. */
public final class Machine {

    private Machine() {}

    /** One line: time (UTC), cores, processor, memory, system, JVM, and the load of the minute before. */
    public static String describe() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%s · %d × %s · %.0f GiB · %s %s · Java %s · load before %.1f",
                Instant.now().truncatedTo(ChronoUnit.MINUTES),
                system.getAvailableProcessors(),
                processor(),
                system.getTotalMemorySize() / (double) (1L << 30),
                system.getName(),
                system.getVersion(),
                Runtime.version().feature(),
                system.getSystemLoadAverage());
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceFirst(".*:\\s*", ""))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
