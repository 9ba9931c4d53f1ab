package com.bookedbarber.deployment.image;

import com.bookedbarber.deployment.Project;
import com.bookedbarber.deployment.manifest.Overlay;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The compose file starts the same suite. */
class ComposeTest {

    private final JsonNode services = read().path("services");

    private static JsonNode read() {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(Project.text("deploy/compose/compose.yaml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldStartEveryServicesImageAndWhatTheyStandOn() {
        assertThat(services.fieldNames())
                .toIterable()
                .containsAll(Project.SERVICES)
                .contains("database", "cache", "mail", "prometheus", "grafana");
        for (String service : Project.SERVICES) {
            assertThat(services.path(service).path("image").asText()).isEqualTo("bookedbarber/" + service + ":2.0.0");
            assertThat(services.path(service).at("/build/args/SERVICE").asText())
                    .isEqualTo(service);
        }
    }

    @Test
    void shouldListenOnLoopbackOnly() {
        services.forEach(service ->
                assertThat(service.path("ports")).allMatch(port -> port.asText().startsWith("127.0.0.1:")));
    }

    @Test
    void shouldMountWhatExists() {
        List<String> folders = services.valueStream()
                .flatMap(service -> service.path("volumes").valueStream())
                .map(volume -> volume.asText().split(":", 2)[0])
                .filter(folder -> folder.startsWith("."))
                .toList();

        assertThat(folders)
                .isNotEmpty()
                .allMatch(folder -> Files.isDirectory(
                        Project.path("deploy/compose").resolve(folder).normalize()));
    }

    @Test
    void shouldScrapeThePortsThatTheManifestsNameToo() {
        String prometheus = Project.text("deploy/monitoring/prometheus/prometheus.yml");

        for (String service : Project.SERVICES) {
            int management = Overlay.PRODUCTION.container(service).getPorts().stream()
                    .filter(port -> port.getName().equals("management"))
                    .findFirst()
                    .orElseThrow()
                    .getContainerPort();
            assertThat(prometheus).contains("\"" + service + ":" + management + "\"");
            assertThat(Project.text("deploy/images/smoke")).contains(service + ") management=" + management);
        }
    }
}
