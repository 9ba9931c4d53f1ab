package com.bookedbarber.load.measure;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ProcFilesTest {

    @TempDir
    Path proc;

    /** Without children, which the test's own JVM may have. */
    private Process subject;

    @BeforeEach
    void start() throws IOException {
        subject = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void stop() {
        subject.destroy();
    }

    @Test
    void shouldAddUpTimesOfTheProcessAndItsEndedChildrenThoughItsNameHasBlanks() throws IOException {
        write("stat", "42 (a (strange) name) S 1 42 42 0 -1 4194304 10 20 30 40 150 50 25 75 20 0 1 0 9\n");

        assertThat(new ProcFiles(proc).cpuSeconds(subject.toHandle())).isCloseTo(3.0, within(1e-9));
    }

    @Test
    void shouldReadResidentMemoryAndItsPeak() throws IOException {
        write("status", "Name:\tjava\nVmHWM:\t  400000 kB\nVmRSS:\t  215040 kB\nThreads:\t30\n");

        assertThat(new ProcFiles(proc).memoryKib(subject.toHandle())).isEqualTo(215_040);
        assertThat(new ProcFiles(proc).peakMemoryKib(subject.toHandle())).isEqualTo(400_000);
    }

    @Test
    void shouldSayNoughtWhereThereIsNoProc() {
        assertThat(new ProcFiles(proc.resolve("none")).cpuSeconds(subject.toHandle()))
                .isZero();
        assertThat(new ProcFiles(proc.resolve("none")).memoryKib(subject.toHandle()))
                .isZero();
    }

    private void write(String file, String content) throws IOException {
        var folder = Files.createDirectories(proc.resolve(Long.toString(subject.pid())));
        Files.writeString(folder.resolve(file), content);
    }
}
