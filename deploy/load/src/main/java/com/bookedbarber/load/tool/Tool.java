package com.bookedbarber.load.tool;

import com.bookedbarber.load.BenchException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A program that is not ours and may be missing. */
public enum Tool {
    NGINX("nginx", "nginx-light"),
    WRK("wrk", "wrk"),
    PGBENCH("pgbench", "postgresql");

    private final String program;
    private final String debianPackage;

    Tool(String program, String debianPackage) {
        this.program = program;
        this.debianPackage = debianPackage;
    }

    /** Where it is, if it is installed. */
    public Optional<String> find() {
        var path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin";
        return Stream.of(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /**
     * Where it is.
     *
     * @throws BenchException telling how to get it
     */
    public String require() {
        return find().orElseThrow(() -> new BenchException("This bench compares with " + program
                + ", and there is none. On Debian" + " and Ubuntu: apt-get install " + debianPackage + "."));
    }
}
