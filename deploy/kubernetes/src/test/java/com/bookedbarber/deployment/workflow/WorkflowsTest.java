package com.bookedbarber.deployment.workflow;

import com.bookedbarber.deployment.Project;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Continuous integration may read the code and nothing else, and runs only what a reader can run too. */
class WorkflowsTest {

    static Stream<Path> workflows() {
        return Project.files(".github/workflows", ".yml").stream();
    }

    private static JsonNode read(Path workflow) throws IOException {
        return new ObjectMapper(new YAMLFactory()).readTree(workflow.toFile());
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void shouldOnlyReadAndComeToAnEnd(Path workflow) throws IOException {
        JsonNode permissions = read(workflow).path("permissions");

        assertThat(permissions).hasToString("{\"contents\":\"read\"}");
        assertThat(read(workflow).path("jobs")).isNotEmpty().allSatisfy(job -> {
            assertThat(job.path("timeout-minutes").asInt()).isBetween(1, 60);
            assertThat(job.has("permissions")).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void shouldUseActionsThatNobodyCanExchange(Path workflow) throws IOException {
        assertThat(read(workflow).findValuesAsText("uses"))
                .isNotEmpty()
                .allMatch(action -> action.matches("[\\w-]+/[\\w-]+@[0-9a-f]{40}"));
    }

    @Test
    void shouldRunTheTestsAsEverybodyDoes() throws IOException {
        assertThat(read(Project.path(".github/workflows/test.yml")).findValuesAsText("run"))
                .containsExactly("./dev test");
    }

    @Test
    void shouldBuildANativeImageOfEveryService() throws IOException {
        var matrix = read(Project.path(".github/workflows/native.yml")).at("/jobs/image/strategy/matrix/service");

        assertThat(matrix.valueStream().map(JsonNode::asText)).containsExactlyElementsOf(Project.SERVICES);
    }

    @Test
    void shouldBuildAJvmImageAndStartIt() throws IOException {
        assertThat(read(Project.path(".github/workflows/image.yml")).findValuesAsText("run"))
                .anyMatch(command -> command.contains("docker build --file deploy/images/Dockerfile.jvm"))
                .anyMatch(command -> command.startsWith("deploy/images/smoke "));
    }
}
