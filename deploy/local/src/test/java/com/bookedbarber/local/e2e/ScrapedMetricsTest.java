package com.bookedbarber.local.e2e;

import com.bookedbarber.local.demo.MainJob;
import com.bookedbarber.local.stack.Service;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** What each process exports after the main job. It is kept in {@code target/metrics}, for people to look at. */
@Tag("stack")
class ScrapedMetricsTest {

    private static final RunningSuite SUITE = playedOn();

    private static RunningSuite playedOn() {
        var suite = RunningSuite.shared();
        MainJob.play(
                suite.stack().addresses().gatewayUrl(),
                suite.stack().addresses().mailUrl(),
                line -> {});
        return suite;
    }

    @ParameterizedTest
    @EnumSource
    void shouldExportMetricsOnTheManagementPort(Service service) throws IOException {
        var scraped = Scrape.of(SUITE.stack().addresses().of(service));

        assertThat(scraped).contains("jvm_memory_used_bytes");
        Files.createDirectories(Path.of("target/metrics"));
        Files.writeString(Path.of("target/metrics", service.label() + ".txt"), scraped);
    }
}
