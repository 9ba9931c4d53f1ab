package com.bookedbarber.deployment.manifest;

import com.bookedbarber.deployment.Project;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What every pod of the suite has to be in every installation. */
class WorkloadTest {

    private static final String EVERYWHERE = "com.bookedbarber.deployment.manifest.Overlay#withServices";

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void shouldAskTheProcessHowItIsOnTheManagementPort(Overlay overlay, String service) {
        var container = overlay.container(service);
        int management = container.getPorts().stream()
                .filter(port -> port.getName().equals("management"))
                .findFirst()
                .orElseThrow()
                .getContainerPort();

        assertProbe(container.getStartupProbe(), "/q/health/started", management);
        assertProbe(container.getReadinessProbe(), "/q/health/ready", management);
        // /q/health/live holds no check of a database, or a dead database would restart every pod.
        assertProbe(container.getLivenessProbe(), "/q/health/live", management);
        assertThat(container.getStartupProbe().getFailureThreshold()
                        * container.getStartupProbe().getPeriodSeconds())
                .as("seconds a start may take")
                .isGreaterThanOrEqualTo(60);
    }

    private static void assertProbe(Probe probe, String path, int port) {
        assertThat(probe).as("the probe of " + path).isNotNull();
        assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
        assertThat(probe.getHttpGet().getPort().getIntVal()).isEqualTo(port);
        assertThat(probe.getTimeoutSeconds()).isBetween(1, 5);
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void shouldAskForAQuarterOfACoreAndHaveLimits(Overlay overlay, String service) {
        var resources = overlay.container(service).getResources();

        assertThat(resources.getRequests()).containsOnlyKeys("cpu", "memory");
        assertThat(resources.getRequests().get("cpu")).hasToString("250m");
        assertThat(resources.getLimits().get("cpu")).hasToString("500m");
        assertThat(resources.getLimits().get("memory")).hasToString("512Mi");
    }

    @ParameterizedTest
    @EnumSource
    void shouldRunEveryPodWithoutAnyPrivilege(Overlay overlay) {
        overlay.pods().forEach((name, pod) -> {
            var context = pod.getSpec().getSecurityContext();
            assertThat(context.getRunAsNonRoot()).as(name).isTrue();
            assertThat(context.getRunAsUser()).as(name).isPositive();
            assertThat(context.getSeccompProfile().getType()).as(name).isEqualTo("RuntimeDefault");
            assertThat(pod.getSpec().getAutomountServiceAccountToken()).as(name).isFalse();
            assertThat(pod.getSpec().getHostNetwork()).as(name).isNull();
            assertThat(pod.getSpec().getContainers()).allSatisfy(container -> {
                var own = container.getSecurityContext();
                assertThat(own.getAllowPrivilegeEscalation()).isFalse();
                assertThat(own.getReadOnlyRootFilesystem()).isTrue();
                assertThat(own.getCapabilities().getDrop()).containsExactly("ALL");
                assertThat(own.getCapabilities().getAdd()).isEmpty();
                assertThat(own.getPrivileged()).isNull();
                assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
                assertThat(container.getLivenessProbe()).isNotNull();
                assertThat(container.getReadinessProbe()).isNotNull();
            });
        });
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void shouldEndGracefullyWithinItsGracePeriod(Overlay overlay, String service) {
        PodTemplateSpec pod = overlay.pods().get(service);
        var sleep = overlay.container(service).getLifecycle().getPreStop().getSleep();
        var announced = Duration.parse("PT" + overlay.settings().get("BB_SHUTDOWN_DELAY"));
        var running = shutdownTimeout(service);

        assertThat(sleep.getSeconds()).isPositive();
        assertThat(announced).isPositive();
        assertThat(running).isPositive();
        assertThat(Duration.ofSeconds(sleep.getSeconds()).plus(announced).plus(running))
                .isLessThan(Duration.ofSeconds(pod.getSpec().getTerminationGracePeriodSeconds()));
    }

    private static Duration shutdownTimeout(String service) {
        var shared = Project.properties("platform/service/src/main/resources/META-INF/microprofile-config.properties");
        var own = Project.properties(service + "/src/main/resources/application.properties");
        String timeout = own.getProperty("quarkus.shutdown.timeout", shared.getProperty("quarkus.shutdown.timeout"));
        return Duration.parse("PT" + timeout);
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void shouldReplacePodsOnlyByReadyOnesAndSpreadThem(Overlay overlay, String service) {
        var deployment = overlay.one(Deployment.class, service);
        var rolling = deployment.getSpec().getStrategy().getRollingUpdate();
        var spread = deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints();

        assertThat(rolling.getMaxUnavailable().getStrVal()).isEqualTo("0%");
        assertThat(rolling.getMaxSurge().getStrVal()).isEqualTo("25%");
        assertThat(spread)
                .extracting(constraint -> constraint.getTopologyKey())
                .containsExactly("kubernetes.io/hostname", "topology.kubernetes.io/zone");
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void shouldSelectItsPodsByLabelsThatStayAcrossReleases(Overlay overlay, String service) {
        var expected = Map.of("app.kubernetes.io/name", service, "app.kubernetes.io/part-of", "bookedbarber");
        var deployment = overlay.one(Deployment.class, service);

        assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(expected);
        assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels()).containsAllEntriesOf(expected);
        assertThat(overlay.one(Service.class, service).getSpec().getSelector()).isEqualTo(expected);
        assertThat(overlay.one(PodDisruptionBudget.class, service)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void shouldRunUnderAnAccountOfItsOwnThatMayNothing(Overlay overlay, String service) {
        var pod = overlay.pods().get(service).getSpec();

        assertThat(pod.getServiceAccountName()).isEqualTo(service);
        assertThat(overlay.one(ServiceAccount.class, service).getAutomountServiceAccountToken())
                .isFalse();
        assertThat(pod.getInitContainers())
                .as("the service migrates its schema itself")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void shouldRunAReleaseAndNotWhateverIsLatest(Overlay overlay, String service) {
        assertThat(overlay.container(service).getImage()).matches(".*bookedbarber/" + service + ":\\d+\\.\\d+\\.\\d+");
    }
}
