package com.bookedbarber.deployment.image;

import com.bookedbarber.deployment.Project;
import com.bookedbarber.deployment.manifest.Overlay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** Images hold what they need, run as nobody in particular, and say what they are. */
class ImagesTest {

    private static final List<String> LABELS =
            List.of("title", "description", "version", "revision", "licenses", "vendor");

    private static final String LAUNCHER = "deploy/local/src/main/java/com/bookedbarber/local/stack/JavaCommand.java";

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "native"})
    void shouldRunAsTheUserThatTheManifestsName(String kind) {
        String last = lastStage(kind);
        Long user = Overlay.PRODUCTION
                .pods()
                .get("gateway")
                .getSpec()
                .getSecurityContext()
                .getRunAsUser();

        assertThat(last.lines().filter(line -> line.startsWith("USER ")))
                .containsExactly("USER %1$d:%1$d".formatted(user));
        assertThat(last.indexOf("USER ")).isLessThan(last.indexOf("ENTRYPOINT "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "native"})
    void shouldSayWhatItIs(String kind) {
        for (String label : LABELS) {
            assertThat(lastStage(kind)).contains("org.opencontainers.image." + label + "=");
        }
        assertThat(lastStage(kind)).contains("${SERVICE}/target/bom.jso[n]");
    }

    @Test
    void shouldMakeABillOfMaterialsOfServicesThoughTheyAreDeployedNowhere() {
        assertThat(Project.text("pom.xml")).contains("<skipNotDeployed>false</skipNotDeployed>");
    }

    @Test
    void shouldSayTheSameOfAnImageFromTheBuild() {
        var configured = Project.properties("platform/core/src/main/resources/META-INF/microprofile-config.properties");

        assertThat(configured.stringPropertyNames())
                .filteredOn(name -> name.startsWith("quarkus.container-image.labels."))
                .containsExactlyInAnyOrderElementsOf(LABELS.stream()
                        .map("quarkus.container-image.labels.\"org.opencontainers.image.%s\""::formatted)
                        .toList());
    }

    @Test
    void shouldStartEveryJvmWithTheOptionsThatTheLocalStackIsMeasuredWith() {
        List<String> measured = measured("OPTIONS");

        assertThat(Project.text("deploy/images/java.options").lines()).containsExactlyElementsOf(measured);
        assertThat(Project.text("pom.xml"))
                .contains("<quarkus.jib.jvm-arguments>" + String.join(",", measured)
                        + "${jvm.more-arguments}</quarkus.jib.jvm-arguments>");
    }

    @Test
    void shouldStartTheGatewayWithItsOwnOptionsBesides() {
        List<String> measured = measured("GATEWAY");

        assertThat(Project.text("deploy/images/gateway.options").lines()).containsExactlyElementsOf(measured);
        assertThat(Project.text("gateway/pom.xml"))
                .contains("<jvm.more-arguments>," + String.join(",", measured) + "</jvm.more-arguments>");
        assertThat(lastStage("jvm")).contains("cat java.options $(find . -name \"${SERVICE}.options\")");
    }

    /** The options of one of the launcher's lists. */
    private static List<String> measured(String list) {
        String launcher = Project.text(LAUNCHER);
        int begin = launcher.indexOf("List<String> " + list + " = List.of(");
        return Pattern.compile("\"([^\"]+)\"")
                .matcher(launcher.substring(begin, launcher.indexOf(");", begin)))
                .results()
                .map((MatchResult option) -> option.group(1))
                .toList();
    }

    @Test
    void shouldGiveJibTheLayoutThatItKnows() {
        // Not as a property of Maven: that would lose against the aot-jar of the shared configuration.
        assertThat(Project.text("pom.xml").replaceAll("(?s)<!--.*?-->|\\s+", ""))
                .contains("<systemProperties><quarkus.package.jar.type>fast-jar</quarkus.package.jar.type>");
    }

    @Test
    void shouldBoundBothKindsOfMemoryThatAJvmTakes() {
        assertThat(Project.text("deploy/images/java.options").lines())
                .anyMatch(option -> option.startsWith("-Xmx"))
                .anyMatch(option -> option.startsWith("-XX:MaxDirectMemorySize="));
    }

    @Test
    void shouldTrainTheCacheWithTheJvmOfTheFinalImage() {
        assertThat(Project.text("deploy/images/Dockerfile.jvm").lines().filter(line -> line.startsWith("FROM ")))
                .containsExactly("FROM ${JVM} AS training", "FROM ${JVM}");
        assertThat(lastStage("jvm")).contains("-XX:AOTCache=/opt/bookedbarber/app.aot");
    }

    @Test
    void shouldTrainAsAUserWithAName() {
        String training = Project.text("deploy/images/Dockerfile.jvm").split("\nFROM ", 3)[1];

        // initdb looks its user up and refuses a number that has no entry.
        assertThat(training.indexOf("useradd --uid 10001 ")).isPositive().isLessThan(training.indexOf("\nUSER 10001:"));
    }

    @Test
    void shouldLetOnlyWhatIsBuiltIntoTheBuildContext() {
        var ignored = Project.text(".dockerignore")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(ignored.getFirst()).isEqualTo("*");
        assertThat(ignored).noneMatch(line -> line.contains(".local") || line.contains("src"));
    }

    private static String lastStage(String kind) {
        String file = Project.text("deploy/images/Dockerfile." + kind);
        return file.substring(file.lastIndexOf("\nFROM "));
    }
}
