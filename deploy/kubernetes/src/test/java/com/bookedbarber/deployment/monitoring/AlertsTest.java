package com.bookedbarber.deployment.monitoring;

import com.bookedbarber.deployment.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Alerts are right, tell people what to do, and do fire. */
class AlertsTest {

    private static final String RULES = "deploy/monitoring/prometheus/rules/";
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    static Stream<RuleFile.Rule> alerts() {
        return RuleFile.rules(RULES + "alerts.yml").stream();
    }

    @Test
    void shouldPassTheirUnitTests() {
        String output = Project.run("deploy/monitoring/test cannot be run", "deploy/monitoring/test");

        assertThat(output).contains("SUCCESS").doesNotContain("FAILED");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void shouldFireInAUnitTest(RuleFile.Rule alert) {
        String firing = "ALERTS{alertname=\"" + alert.alert() + "\", alertstate=\"firing\"";
        String tests = Project.files("deploy/monitoring/prometheus/tests", ".yml").stream()
                .map(file -> Project.text(file.toString()))
                .collect(Collectors.joining("\n"));

        // As a sample that is expected, not as a query alone.
        assertThat(tests).containsPattern("labels: '" + Pattern.quote(firing));
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void shouldLinkToWhatToDo(RuleFile.Rule alert) {
        assertThat(alert.annotations()).containsOnlyKeys("summary", "description", "runbook");
        String[] runbook = alert.annotations().get("runbook").split("#", 2);

        assertThat(runbook[0]).isEqualTo("docs/operations.md");
        assertThat(anchors(Project.text(runbook[0]))).contains(runbook[1]);
    }

    /** As GitHub makes them out of headings. */
    private static Set<String> anchors(String markdown) {
        return HEADING.matcher(markdown)
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void shouldWakeSomebodyOrWaitForTheMorning(RuleFile.Rule alert) {
        assertThat(alert.labels()).containsOnlyKeys("severity");
        assertThat(alert.labels().get("severity")).isIn("page", "ticket");
    }

    @Test
    void shouldWatchBothBudgetsAtThreeSpeeds() {
        String expressions = alerts().map(RuleFile.Rule::expr)
                .map(e -> e.replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n"));

        for (String ratio : Set.of("suite:request_errors:ratio_rate", "suite:request_slow:ratio_rate")) {
            String budget = ratio.contains("errors") ? "0.001" : "0.01";
            assertThat(expressions)
                    .contains(speed(ratio, "1h", "5m", "14.4", budget))
                    .contains(speed(ratio, "6h", "30m", "6", budget))
                    .contains(speed(ratio, "1d", "2h", "3", budget));
        }
    }

    private static String speed(String ratio, String window, String shorter, String factor, String budget) {
        return "%s%s > %s * %s and %s%s > %s * %s"
                .formatted(ratio, window, factor, budget, ratio, shorter, factor, budget);
    }
}
