package com.bookedbarber.deployment.monitoring;

import com.bookedbarber.deployment.Project;
import com.bookedbarber.deployment.manifest.Overlay;
import com.bookedbarber.deployment.manifest.StrictYaml;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A Prometheus in the cluster finds every pod of the suite, once, and asks where it answers. */
class ScrapingTest {

    private static final String SERVICES = "com.bookedbarber.deployment.Project#SERVICES";
    private static final String LABEL = "__meta_kubernetes_pod_label_";
    private static final String ANNOTATION = "__meta_kubernetes_pod_annotation_";

    private final JsonNode inCluster = config("kubernetes.yml");
    private final JsonNode job = inCluster.path("scrape_configs").path(0);

    private static JsonNode config(String file) {
        return StrictYaml.documents(Project.text("deploy/monitoring/prometheus/" + file))
                .getFirst();
    }

    @Test
    void shouldJudgeByTheSameRulesAsElsewhere() {
        var elsewhere = config("prometheus.yml");

        assertThat(inCluster.path("rule_files")).isEqualTo(elsewhere.path("rule_files"));
        assertThat(inCluster.path("global")).isEqualTo(elsewhere.path("global"));
        assertThat(job.path("job_name")).isEqualTo(elsewhere.at("/scrape_configs/0/job_name"));
    }

    @ParameterizedTest
    @FieldSource(SERVICES)
    void shouldKeepThePodsOfEveryService(String service) {
        var pod = Overlay.PRODUCTION.pods().get(service);

        assertThat(job.at("/kubernetes_sd_configs/0/role").asText()).isEqualTo("pod");
        assertThat(kept())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(values(pod, source(rule)))
                        .as(source(rule))
                        .filteredOn(value -> value.matches(rule.path("regex").asText()))
                        .hasSize(1));
    }

    @ParameterizedTest
    @FieldSource(SERVICES)
    void shouldAskForThePathThatThePodNamesAndCallTheServiceByItsName(String service) {
        var pod = Overlay.PRODUCTION.pods().get(service);

        assertThat(labelled("__metrics_path__").map(source -> values(pod, source)))
                .contains(List.of(pod.getMetadata().getAnnotations().get("prometheus.io/path")));
        assertThat(labelled("service").map(source -> values(pod, source))).contains(List.of(service));
    }

    private List<JsonNode> kept() {
        return job.path("relabel_configs")
                .valueStream()
                .filter(rule -> rule.path("action").asText().equals("keep"))
                .toList();
    }

    /** What the label is taken from. */
    private Optional<String> labelled(String label) {
        return job.path("relabel_configs")
                .valueStream()
                .filter(rule -> rule.path("target_label").asText().equals(label))
                .map(ScrapingTest::source)
                .findFirst();
    }

    private static String source(JsonNode rule) {
        assertThat(rule.path("source_labels")).hasSize(1);
        return rule.at("/source_labels/0").asText();
    }

    /** What Prometheus's discovery finds under a name; of a pod with several ports, all of them. */
    private static List<String> values(PodTemplateSpec pod, String source) {
        if (source.equals("__meta_kubernetes_pod_container_port_name")) {
            return pod.getSpec().getContainers().stream()
                    .flatMap(container -> container.getPorts().stream())
                    .map(port -> port.getName())
                    .toList();
        }
        return Stream.of(
                        named(pod.getMetadata().getLabels(), LABEL, source),
                        named(pod.getMetadata().getAnnotations(), ANNOTATION, source))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> named(Map<String, String> entries, String prefix, String source) {
        return entries.entrySet().stream()
                .filter(entry -> source.equals(prefix + entry.getKey().replaceAll("[^A-Za-z0-9_]", "_")))
                .map(Map.Entry::getValue)
                .toList();
    }
}
