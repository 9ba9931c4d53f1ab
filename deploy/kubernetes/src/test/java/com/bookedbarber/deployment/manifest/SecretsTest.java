package com.bookedbarber.deployment.manifest;

import com.bookedbarber.deployment.Project;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Secrets are named here and kept elsewhere. */
class SecretsTest {

    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i)password|passwd|secret|token|credential|(^|[_-])key$|_KEY_");

    /**
     * A user's password in an address, a private key, a provider's live key, something behind the word password that is
     * neither a variable of a shell nor one of psql.
     */
    private static final Pattern SECRET_VALUE = Pattern.compile("://[^/@\\s]*:[^/@\\s]+@|-----BEGIN|sk_live_|whsec_|"
            + "(?i)password\\s*[=:]\\s*(?![\"']?\\$|'password')\\S");

    @ParameterizedTest
    @EnumSource
    void shouldContainNoSecret(Overlay overlay) {
        // The type is unknown to Manifest on purpose; this says it in words.
        assertThat(overlay.manifests()).noneMatch(manifest -> manifest.kind().equals("Secret"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldTakeEverythingSecretFromASecret(Overlay overlay) {
        assertThat(variables(overlay))
                .filteredOn(variable -> SECRET_NAME.matcher(variable.getName()).find())
                .isNotEmpty()
                .allSatisfy(variable -> {
                    assertThat(variable.getValue()).as(variable.getName()).isNull();
                    assertThat(variable.getValueFrom().getSecretKeyRef())
                            .as(variable.getName())
                            .isNotNull();
                });
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayNothingSecretInSettings(Overlay overlay) {
        Stream<String> named = Stream.concat(
                variables(overlay).stream()
                        .filter(variable -> variable.getValue() != null)
                        .map(variable -> variable.getName() + "=" + variable.getValue()),
                overlay.all(ConfigMap.class).stream()
                        .flatMap(map -> map.getData().entrySet().stream())
                        .map(entry -> entry.getKey() + "=" + entry.getValue()));

        assertThat(named).noneMatch(SecretsTest::isSecret);
        assertThat(overlay.settings().keySet())
                .noneMatch(name -> SECRET_NAME.matcher(name).find());
    }

    /** Arguments, annotations, config maps: whatever a manifest says anywhere. */
    @ParameterizedTest
    @EnumSource
    void shouldSayNothingSecretAnywhereElse(Overlay overlay) {
        assertThat(overlay.manifests())
                .allSatisfy(manifest -> assertThat(texts(manifest.source()))
                        .as(manifest.kind() + " " + manifest.name())
                        .noneMatch(SecretsTest::isSecret));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://:hunter2@cache:6379",
                "jdbc:postgresql://booking:hunter2@database/bookedbarber",
                "--password=hunter2",
                "ALTER ROLE booking_service PASSWORD = 'hunter2'",
                "-----BEGIN PRIVATE KEY-----",
                "sk_live_51"
            })
    void shouldKnowASecretWhenItSeesOne(String text) {
        assertThat(isSecret(text)).isTrue();
    }

    private static boolean isSecret(String text) {
        return SECRET_VALUE.matcher(text).find();
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isContainerNode() ? node.valueStream().flatMap(SecretsTest::texts) : Stream.of(node.asText());
    }

    @ParameterizedTest
    @EnumSource
    void shouldNameEverySecretInTheDocumentation(Overlay overlay) {
        Set<String> referenced = variables(overlay).stream()
                .map(EnvVar::getValueFrom)
                .filter(source -> source != null && source.getSecretKeyRef() != null)
                .map(EnvVarSource::getSecretKeyRef)
                .map(reference -> "| `" + reference.getName() + "` | `" + reference.getKey() + "` |")
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(referenced)
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(Project.text("docs/kubernetes.md")).contains(row));
    }

    private static List<EnvVar> variables(Overlay overlay) {
        return overlay.pods().values().stream()
                .flatMap(pod -> pod.getSpec().getContainers().stream())
                .map(Container::getEnv)
                .flatMap(List::stream)
                .toList();
    }
}
