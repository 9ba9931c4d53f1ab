package com.bookedbarber.load.stack;

import com.bookedbarber.load.BenchException;
import com.bookedbarber.local.stack.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MemoryLimitsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void shouldReadTheLimitOfEveryServiceFromTheManifestsThatAreInstalled(Service service) {
        var home = Path.of("../..").toAbsolutePath().normalize();

        assertThat(MemoryLimits.of(home).mib(service)).isEqualTo(512);
    }

    @Test
    void shouldNotTakeARequestForALimit() throws IOException {
        Files.writeString(folder.resolve("gateway.yml"), """
                resources:
                  requests:
                    cpu: 250m
                    memory: 512Mi
                """);

        assertThatThrownBy(() -> new MemoryLimits(folder).mib(Service.GATEWAY))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("no memory limit");
    }
}
