package com.bookedbarber.deployment.monitoring;

import com.bookedbarber.deployment.Project;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Three dashboards that Grafana takes as they are. */
class DashboardsTest {

    private static final List<Path> FILES = Project.files("deploy/monitoring/grafana/dashboards", ".json");

    @Test
    void shouldBeOneForTheSuiteOneForAServiceAndOneForTheBusiness() {
        assertThat(FILES)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("business.json", "service.json", "suite.json");
    }

    @Test
    void shouldReadFromTheProvisionedSourceOnly() throws IOException {
        String provisioned = Project.text("deploy/monitoring/grafana/provisioning/datasources/prometheus.yml");
        for (Path file : FILES) {
            JsonNode dashboard = new ObjectMapper().readTree(file.toFile());
            assertThat(dashboard.path("uid").asText()).startsWith("bookedbarber-");
            assertThat(dashboard.findValues("datasource"))
                    .isNotEmpty()
                    .allSatisfy(source -> assertThat(provisioned)
                            .contains("uid: " + source.path("uid").asText()));
            assertThat(dashboard.path("panels")).isNotEmpty().allSatisfy(panel -> {
                assertThat(panel.path("title").asText()).isNotBlank();
                assertThat(panel.path("targets")).isNotEmpty();
            });
        }
    }
}
