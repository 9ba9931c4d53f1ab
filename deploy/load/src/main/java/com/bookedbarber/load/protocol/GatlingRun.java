package com.bookedbarber.load.protocol;

import com.bookedbarber.load.BenchException;
import com.bookedbarber.load.measure.Measurement;
import com.bookedbarber.load.measure.ProcessUsage;
import com.bookedbarber.load.measure.ProcessWatch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Plays a scenario with Gatling in a JVM of its own, which ends with the scenario, and reads what it wrote. */
final class GatlingRun {

    /** Beyond the scenario's own time: starting, and writing the report. */
    private static final int PATIENCE_SECONDS = 90;

    private final Path results;
    private final Map<String, ProcessHandle> watched;

    GatlingRun(Path results, Map<String, ProcessHandle> watched) {
        this.results = results;
        this.watched = watched;
    }

    Measurement play(GatlingScenario scenario) {
        try {
            Files.createDirectories(results);
            var builder = new ProcessBuilder(command(scenario)).redirectErrorStream(true);
            builder.environment().put(GatlingScenario.TOKEN, scenario.token());
            var process = builder.start();
            try {
                var usage = follow(process);
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new BenchException("Gatling did not end; what it wrote is in " + results + ".");
                }
                return GatlingStats.read(newestReport()).of(scenario, usage);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private List<String> command(GatlingScenario scenario) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-Duser.timezone=UTC"));
        command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED"));
        command.add("-Dgatling.charting.indicators.percentile1=50");
        command.add("-Dgatling.charting.indicators.percentile2=75");
        command.add("-Dgatling.charting.indicators.percentile3=95");
        command.add("-Dgatling.charting.indicators.percentile4=99");
        command.addAll(scenario.properties());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.gatling.app.Gatling"));
        command.addAll(List.of("-s", ProtocolSimulation.class.getName(), "-rf", results.toString()));
        return command;
    }

    /** Watches the processes while requests are sent, not while Gatling starts and writes. */
    private Map<String, ProcessUsage> follow(Process process) throws IOException {
        var log = new ArrayList<String>();
        ProcessWatch watch = null;
        Map<String, ProcessUsage> usage = null;
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(line);
                if (line.equals(ProtocolSimulation.BEGIN)) {
                    watch = ProcessWatch.start(watched);
                } else if (line.equals(ProtocolSimulation.END) && watch != null) {
                    usage = watch.end();
                }
            }
        }
        if (usage == null) {
            throw new BenchException("Gatling broke off:\n" + String.join("\n", log));
        }
        return usage;
    }

    private Path newestReport() throws IOException {
        try (var folders = Files.list(results)) {
            return folders.filter(folder -> Files.exists(folder.resolve(GatlingStats.FILE)))
                    .max(Comparator.comparing(Path::getFileName))
                    .map(folder -> folder.resolve(GatlingStats.FILE))
                    .orElseThrow(() -> new BenchException("Gatling left no report in " + results + "."));
        }
    }
}
