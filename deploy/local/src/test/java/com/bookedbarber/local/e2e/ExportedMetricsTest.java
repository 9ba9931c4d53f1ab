package com.bookedbarber.local.e2e;

import com.bookedbarber.local.demo.DemoAccounts;
import com.bookedbarber.local.demo.DemoShop;
import com.bookedbarber.local.demo.MainJob;
import com.bookedbarber.local.monitoring.PromQl;
import com.bookedbarber.local.monitoring.Query;
import com.bookedbarber.local.monitoring.Selector;
import com.bookedbarber.local.monitoring.Series;
import com.bookedbarber.local.stack.Service;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whatever a dashboard, an alert or a recorded series asks for is there, in a suite that has done its main job. A name
 * that nobody exports is no error to Prometheus: the panel stays empty and the alert silent.
 */
@Tag("stack")
class ExportedMetricsTest {

    /** Prometheus itself writes it at every scrape: 1 where somebody answered. */
    private static final String UP = "up";

    /** What a suite without trouble does not export: trouble. The labels are there, with other values. */
    private static final Set<Map.Entry<String, String>> TROUBLE = Set.of(
            Map.entry("status", "402"),
            Map.entry("status", "409"),
            Map.entry("result", "failed"),
            Map.entry("decision", "refused"),
            Map.entry("source", "local"));

    /** Measurements of background work and of garbage collection may come a little later. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final RunningSuite SUITE = playedOn();
    private static final List<Query> QUERIES = Stream.concat(Query.ofDashboards().stream(), Query.ofRules().stream())
            .toList();

    private static RunningSuite playedOn() {
        var suite = RunningSuite.shared();
        var addresses = suite.stack().addresses();
        var appointment = MainJob.play(addresses.gatewayUrl(), addresses.mailUrl(), line -> {});
        var owner = DemoShop.signIn(suite.patientClient(), DemoAccounts.OWNER);
        var path = "/api/v1/appointments/" + appointment.text("/id");
        var cancelled = owner.with("If-Match", owner.get(path).etag()).post(path + "/cancel", Map.of());
        assertThat(cancelled.status()).as(cancelled.describe()).isEqualTo(200);
        return suite;
    }

    @Test
    void shouldExportEveryMetricThatIsQueried() {
        var recorded = Set.copyOf(Query.recorded());

        assertThat(QUERIES).hasSizeGreaterThan(80);
        await().atMost(SOON).untilAsserted(() -> {
            var exported = exported();
            assertThat(unmet(selector -> recorded.contains(selector.metric())
                            || exported.stream().anyMatch(series -> isOf(selector, series))))
                    .isEmpty();
        });
    }

    @Test
    void shouldExportTheLabelsThatSeriesArePickedAndGroupedBy() {
        await().atMost(SOON).untilAsserted(() -> {
            var exported = exported();
            assertThat(unmet(selector -> exported.stream()
                            .filter(series -> isOf(selector, series))
                            .allMatch(series -> series.labels().keySet().containsAll(selector.labels()))))
                    .isEmpty();
        });
    }

    @Test
    void shouldExportTheValuesThatSeriesArePickedBy() {
        await().atMost(SOON).untilAsserted(() -> {
            var exported = exported();
            assertThat(unmet(selector -> exported.stream().noneMatch(series -> isOf(selector, series))
                            || exported.stream().anyMatch(series -> isPicked(selector, series))))
                    .isEmpty();
        });
    }

    /** The queries with a selector that is not as it should be. */
    private static List<Query> unmet(Predicate<Selector> expectation) {
        return QUERIES.stream()
                .filter(query -> !PromQl.selectors(query.expression()).stream().allMatch(expectation))
                .toList();
    }

    private static boolean isOf(Selector selector, Series series) {
        return selector.metric().equals(series.metric());
    }

    private static boolean isPicked(Selector selector, Series series) {
        return isOf(selector, series)
                && selector.values().entrySet().stream()
                        .filter(value -> !TROUBLE.contains(value))
                        .allMatch(value -> Objects.equals(series.labels().get(value.getKey()), value.getValue()));
    }

    /** Everything that all processes export, under the labels of deploy/monitoring/prometheus/prometheus.yml. */
    private static List<Series> exported() {
        var exported = new ArrayList<Series>();
        for (var service : Service.values()) {
            var process = SUITE.stack().addresses().of(service);
            var added = Map.of(
                    "job", "bookedbarber", "service", service.label(), "instance", "localhost:" + process.management());
            exported.addAll(Series.of(Scrape.of(process), added));
            exported.add(new Series(UP, added));
        }
        return exported;
    }
}
