package com.bookedbarber.deployment.manifest;

import com.bookedbarber.deployment.Project;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.nio.file.Files;

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

        // In whatever order: the generator's is not the same every time.
        assertThat(StrictYaml.documents(Project.text("deploy/kubernetes/base/" + service + ".yml")))
                .as("the checked-in copy differs from the build: run ./dev manifests and look at what has changed")
                .containsExactlyInAnyOrderElementsOf(StrictYaml.documents(Project.text(generated)));
    }

    @ParameterizedTest
    @FieldSource(SERVICES)
    void shouldAddTheSameToEveryServiceButForItsName(String service) {
        String first = Project.SERVICES.getFirst();

        assertThat(Project.text(service + "/src/main/kubernetes/kubernetes.yml").replace(service, first))
                .isEqualTo(Project.text(first + "/src/main/kubernetes/kubernetes.yml"));
    }
}
