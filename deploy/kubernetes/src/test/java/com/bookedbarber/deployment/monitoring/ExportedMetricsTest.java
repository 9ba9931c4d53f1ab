package com.bookedbarber.deployment.monitoring;

import com.bookedbarber.deployment.Project;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a dashboard or a rule asks for is really exported: by one of the five processes, at the end of the
 * end-to-end test, which leaves what it scraped in {@code deploy/local/target/metrics}.
 */
@Tag("stack")
class ExportedMetricsTest {

    private static final String SCRAPED = "deploy/local/target/metrics";

    /** Prometheus's own. */
    private static final Set<String> ALWAYS = Set.of("up");

    record Query(String place, String expression) {}

    static Stream<Query> queries() {
        var dashboards = Project.files("deploy/monitoring/grafana/dashboards", ".json").stream()
                .flatMap(file -> panels(file.toString()));
        var rules = Stream.of("recording.yml", "alerts.yml")
                .flatMap(file -> RuleFile.rules("deploy/monitoring/prometheus/rules/" + file).stream())
                .map(rule -> new Query(rule.alert() == null ? rule.record() : rule.alert(), rule.expr()));
        return Stream.concat(dashboards, rules);
    }

    private static Stream<Query> panels(String file) {
        try {
            JsonNode dashboard = new ObjectMapper().readTree(Project.text(file));
            return dashboard
                    .path("panels")
                    .valueStream()
                    .flatMap(panel -> panel.path("targets")
                            .valueStream()
                            .map(target -> new Query(
                                    dashboard.path("title").asText() + ": "
                                            + panel.path("title").asText(),
                                    target.path("expr").asText())));
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void shouldAskOnlyForWhatIsThere(Query query) {
        var known = new TreeSet<>(ALWAYS);
        known.addAll(recorded());
        known.addAll(exported());

        assertThat(new PromQl(query.expression()).metrics())
                .as(query.place())
                .isNotEmpty()
                .isSubsetOf(known);
    }

    @Test
    void shouldHaveTheBucketThatTheObjectiveIsMeasuredBy() {
        assertThat(scrapes().filter(line -> line.startsWith("http_request_duration_seconds_bucket{")))
                .anyMatch(line -> line.contains("le=\"0.5\""));
    }

    private static Set<String> recorded() {
        return RuleFile.rules("deploy/monitoring/prometheus/rules/recording.yml").stream()
                .map(RuleFile.Rule::record)
                .collect(Collectors.toSet());
    }

    private static Set<String> exported() {
        return scrapes()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }

    private static Stream<String> scrapes() {
        assertThat(Project.SERVICES)
                .as("the end-to-end test of deploy/local leaves the metrics in %s: run ./dev test", SCRAPED)
                .allMatch(service -> Files.exists(Project.path(SCRAPED + "/" + service + ".txt")));
        return Project.SERVICES.stream()
                .flatMap(service ->
                        Project.text(SCRAPED + "/" + service + ".txt").lines());
    }
}
