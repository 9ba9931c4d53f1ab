package com.bookedbarber.deployment.manifest;

import com.bookedbarber.deployment.Project;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What kustomize reads is what the build has generated. */
class GeneratedManifestsTest {

    private static final String SERVICES = "com.bookedbarber.deployment.Project#SERVICES";

    @Tag("stack")
    @ParameterizedTest
    @FieldSource(SERVICES)
    void shouldKeepTheBaseAsTheBuildGeneratesIt(String service) {
        String generated = service + "/target/kubernetes/kubernetes.yml";
        assertThat(Files.exists(Project.path(generated)))
                .as("there is no %s: build %s first (mvn package, or ./dev test)", generated, service)
                .isTrue();

        assertThat(sorted("deploy/kubernetes/base/" + service + ".yml"))
                .as("the checked-in copy differs from the build: run ./dev manifests and look at what has changed")
                .containsExactlyInAnyOrderElementsOf(sorted(generated));
    }

    /** A file's documents with all named things sorted by name: the generator's order is not the same every time. */
    private static List<JsonNode> sorted(String file) {
        List<JsonNode> documents = StrictYaml.documents(Project.text(file));
        documents.forEach(GeneratedManifestsTest::sort);
        return documents;
    }

    private static void sort(JsonNode node) {
        node.forEach(GeneratedManifestsTest::sort);
        if (node instanceof ArrayNode list && list.valueStream().allMatch(item -> item.has("name"))) {
            var items = list.valueStream()
                    .sorted(Comparator.comparing(item -> item.path("name").asText()))
                    .toList();
            list.removeAll().addAll(items);
        }
    }

    @ParameterizedTest
    @FieldSource(SERVICES)
    void shouldAddTheSameToEveryServiceButForItsName(String service) {
        String first = Project.SERVICES.getFirst();

        assertThat(Project.text(service + "/src/main/kubernetes/kubernetes.yml").replace(service, first))
                .isEqualTo(Project.text(first + "/src/main/kubernetes/kubernetes.yml"));
    }
}
