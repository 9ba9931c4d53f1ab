package com.bookedbarber.load.measure;

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

    private final ProcessHandle self = ProcessHandle.current();

    @Test
    void shouldAddUpTimesOfTheProcessAndItsEndedChildrenThoughItsNameHasBlanks() throws IOException {
        write("stat", "42 (a (strange) name) S 1 42 42 0 -1 4194304 10 20 30 40 150 50 25 75 20 0 1 0 9\n");

        assertThat(new ProcFiles(proc).cpuSeconds(self)).isCloseTo(3.0, within(1e-9));
    }

    @Test
    void shouldReadResidentMemory() throws IOException {
        write("status", "Name:\tjava\nVmHWM:\t  400000 kB\nVmRSS:\t  215040 kB\nThreads:\t30\n");

        assertThat(new ProcFiles(proc).memoryKib(self)).isEqualTo(215_040);
    }

    @Test
    void shouldSayNoughtWhereThereIsNoProc() {
        assertThat(new ProcFiles(proc.resolve("none")).cpuSeconds(self)).isZero();
        assertThat(new ProcFiles(proc.resolve("none")).memoryKib(self)).isZero();
    }

    private void write(String file, String content) throws IOException {
        var folder = Files.createDirectories(proc.resolve(Long.toString(self.pid())));
        Files.writeString(folder.resolve(file), content);
    }
}
