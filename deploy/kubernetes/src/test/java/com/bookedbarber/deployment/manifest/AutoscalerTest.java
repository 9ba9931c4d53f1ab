package com.bookedbarber.deployment.manifest;

import com.bookedbarber.deployment.Project;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Map;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** How many pods there are is the autoscaler's decision, and nothing but load may move it. */
class AutoscalerTest {

    private static final String EVERYWHERE = "com.bookedbarber.deployment.manifest.Overlay#withServices";
    private static final String SERVICES = "com.bookedbarber.deployment.Project#SERVICES";

    /** Of the threshold that an idle pod may take: what is left is room for work. */
    private static final double IDLE_SHARE = 0.85;

    /** How far off its target the controller lets a figure be before it acts; the default of every cluster. */
    private static final double TOLERANCE = 1.1;

    private static final long MEBIBYTE = 1024 * 1024;

    private static HorizontalPodAutoscalerSpec scaler(Overlay overlay, String service) {
        return overlay.one(HorizontalPodAutoscaler.class, service).getSpec();
    }

    @ParameterizedTest
    @FieldSource(SERVICES)
    void shouldKeepThreePodsAndGoUpToFiftyInProduction(String service) {
        var spec = scaler(Overlay.PRODUCTION, service);

        assertThat(spec.getMinReplicas()).isEqualTo(3);
        assertThat(spec.getMaxReplicas()).isEqualTo(50);
        assertThat(Overlay.PRODUCTION
                        .one(PodDisruptionBudget.class, service)
                        .getSpec()
                        .getMinAvailable()
                        .getIntVal())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void shouldScaleAtSeventyPercentOfTheProcessorAndEightyOfTheMemory(Overlay overlay, String service) {
        var spec = scaler(overlay, service);
        Map<String, Integer> targets = spec.getMetrics().stream()
                .map(metric -> metric.getResource())
                .collect(Collectors.toMap(
                        resource -> resource.getName(),
                        resource -> resource.getTarget().getAverageUtilization()));

        assertThat(targets).isEqualTo(Map.of("cpu", 70, "memory", 80));
        assertThat(spec.getScaleTargetRef().getKind()).isEqualTo("Deployment");
        assertThat(spec.getScaleTargetRef().getName()).isEqualTo(service);
        assertThat(spec.getMinReplicas()).isPositive().isLessThan(spec.getMaxReplicas());
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void shouldScaleUpFastAndDownSlowly(Overlay overlay, String service) {
        var behavior = scaler(overlay, service).getBehavior();

        assertThat(behavior.getScaleUp().getStabilizationWindowSeconds()).isZero();
        assertThat(behavior.getScaleUp().getSelectPolicy()).isEqualTo("Max");
        assertThat(behavior.getScaleUp().getPolicies())
                .anyMatch(policy -> policy.getType().equals("Percent")
                        && policy.getValue() >= 100
                        && policy.getPeriodSeconds() <= 30);
        assertThat(behavior.getScaleDown().getStabilizationWindowSeconds()).isGreaterThanOrEqualTo(300);
        assertThat(behavior.getScaleDown().getPolicies())
                .allMatch(policy -> policy.getType().equals("Percent")
                        && policy.getValue() <= 10
                        && policy.getPeriodSeconds() >= 60);
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void shouldNotFightTheAutoscalerAtEveryApply(Overlay overlay, String service) {
        assertThat(overlay.one(Deployment.class, service).getSpec().getReplicas())
                .isNull();
    }

    @ParameterizedTest
    @FieldSource(SERVICES)
    void shouldLeaveAnIdlePodWellBelowTheMemoryThreshold(String service) {
        double idle = measured(service + ".idle") * MEBIBYTE;
        double request = bytes(Overlay.PRODUCTION
                .container(service)
                .getResources()
                .getRequests()
                .get("memory"));

        // Otherwise pods that do nothing make more pods that do nothing, up to fifty.
        assertThat(idle).isLessThanOrEqualTo(0.80 * request * IDLE_SHARE);
    }

    @ParameterizedTest
    @FieldSource(SERVICES)
    void shouldLeaveAPodUnderLoadBelowItsLimit(String service) {
        double loaded = measured(service + ".loaded") * MEBIBYTE;
        double limit = bytes(
                Overlay.PRODUCTION.container(service).getResources().getLimits().get("memory"));

        assertThat(loaded).isLessThanOrEqualTo(0.9 * limit);
    }

    @ParameterizedTest
    @FieldSource(SERVICES)
    void shouldNotTakeWhatAPodKeepsAfterALoadForALoad(String service) {
        double kept = measured(service + ".loaded") * MEBIBYTE;
        double request = bytes(Overlay.PRODUCTION
                .container(service)
                .getResources()
                .getRequests()
                .get("memory"));

        // A JVM gives little back: pods above the threshold would make more of them long after everybody has gone.
        assertThat(kept).isLessThan(0.80 * request * TOLERANCE);
    }

    private static double measured(String what) {
        return Double.parseDouble(Project.properties("deploy/kubernetes/measured-memory.properties")
                .getProperty(what));
    }

    private static double bytes(Quantity quantity) {
        return Quantity.getAmountInBytes(quantity).doubleValue();
    }
}
