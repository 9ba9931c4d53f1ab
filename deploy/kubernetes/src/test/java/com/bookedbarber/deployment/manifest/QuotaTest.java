package com.bookedbarber.deployment.manifest;

import com.bookedbarber.deployment.database.Cluster;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** A quota is a ceiling for mistakes: all that an installation may want at one time fits under it. */
class QuotaTest {

    private static Map<String, Quantity> quota(Overlay overlay) {
        return overlay.one(ResourceQuota.class, "suite").getSpec().getHard();
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveRoomForEverythingAtFullScaleInTheMiddleOfARelease(Overlay overlay) {
        var demands = Demand.of(overlay);

        for (String resource : new String[] {"cpu", "memory"}) {
            assertThat(Demand.sum(demands.stream().map(demand -> demand.requests(resource))))
                    .as("requests." + resource)
                    .isLessThanOrEqualTo(Demand.amount(quota(overlay).get("requests." + resource)));
            assertThat(Demand.sum(demands.stream().map(demand -> demand.limits(resource))))
                    .as("limits." + resource)
                    .isLessThanOrEqualTo(Demand.amount(quota(overlay).get("limits." + resource)));
        }
        assertThat(demands.stream().mapToInt(Demand::pods).sum())
                .isLessThanOrEqualTo(Integer.parseInt(quota(overlay).get("pods").getAmount()));
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveRoomForTheVolumesOfTheStores(Overlay overlay) {
        // Each instance of the cluster has one for data and one for the write-ahead log.
        int ofClusters = overlay.all(Cluster.class).stream()
                .mapToInt(cluster -> 2 * cluster.spec().instances())
                .sum();
        int ofSets = overlay.all(StatefulSet.class).stream()
                .mapToInt(set -> set.getSpec().getReplicas()
                        * set.getSpec().getVolumeClaimTemplates().size())
                .sum();

        assertThat(ofClusters + ofSets)
                .isPositive()
                .isLessThanOrEqualTo(Integer.parseInt(
                        quota(overlay).get("persistentvolumeclaims").getAmount()));
    }

    @ParameterizedTest
    @EnumSource
    void shouldGiveLimitsToContainersThatHaveNone(Overlay overlay) {
        var limits = overlay.one(LimitRange.class, "suite").getSpec().getLimits();

        assertThat(limits).singleElement().satisfies(limit -> {
            assertThat(limit.getType()).isEqualTo("Container");
            assertThat(limit.getDefault()).containsOnlyKeys("cpu", "memory");
            assertThat(limit.getDefaultRequest()).containsOnlyKeys("cpu", "memory");
        });
    }
}
