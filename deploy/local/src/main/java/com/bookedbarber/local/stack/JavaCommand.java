package com.bookedbarber.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a service's JVM. */
public final class JavaCommand {

    /**
     * The same for recording and for using an AOT cache: one cannot be used under other options. Direct memory is bounded
     * because it is the limit's too, beside the heap. Of AOT caches only errors are told: JDK 25 warns at every start of a
     * stub that it can do without.
     */
    private static final List<String> OPTIONS = List.of(
            "-Xms64m",
            "-Xmx192m",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xlog:aot*=error",
            "-Duser.timezone=UTC",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");

    /**
     * The gateway's own, which come last and count: it keeps little and makes much garbage, and collects a large young
     * generation less often. Beside that, the first heap needs room for what an AOT cache brings.
     */
    private static final List<String> GATEWAY = List.of("-Xms160m", "-Xmn96m");

    /**
     * Profiles of the few requests of a training run are left out of its cache: the JVM would compile by them at once, and
     * keep that code, which is slower than what a minute of real load leads to. The start takes as long with them.
     */
    private static final List<String> WITHOUT_PROFILES =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

    private JavaCommand() {}

    /** The options of a service's JVM. */
    public static List<String> options(Service service) {
        var options = new ArrayList<>(OPTIONS);
        if (service == Service.GATEWAY) {
            options.addAll(GATEWAY);
        }
        return options;
    }

    /** Starts from a cache. */
    static List<String> with(Service service, AotCache cache) {
        return running(service, List.of("-XX:AOTCache=" + cache.file()));
    }

    /** Starts without a cache and leaves one behind when it is asked to end. */
    static List<String> recording(Service service, AotCache cache) {
        var recording = new ArrayList<>(WITHOUT_PROFILES);
        recording.add("-XX:AOTCacheOutput=" + cache.file());
        return running(service, recording);
    }

    static List<String> plain(Service service) {
        return running(service, List.of());
    }

    private static List<String> running(Service service, List<String> aot) {
        var command = new ArrayList<String>();
        // Ctrl-C in a terminal reaches every process of the foreground; the order of stopping is the launcher's.
        command.addAll(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options(service));
        command.addAll(aot);
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        return command;
    }
}
