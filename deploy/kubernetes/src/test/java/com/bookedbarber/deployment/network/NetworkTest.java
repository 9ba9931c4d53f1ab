package com.bookedbarber.deployment.network;

import com.bookedbarber.deployment.Project;
import com.bookedbarber.deployment.manifest.Overlay;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may talk to whom: this much and nothing else. */
class NetworkTest {

    private static final Set<String> REQUESTS = Set.of(
            "ingress → gateway http",
            "ingress → certificate-proof proof",
            "gateway → user-service http",
            "gateway → booking-service http",
            "gateway → payment-service http",
            "gateway → analytics-service http",
            "gateway → user-service management",
            "gateway → booking-service management",
            "gateway → payment-service management",
            "gateway → analytics-service management",
            "booking-service → user-service http",
            "booking-service → payment-service http",
            "payment-service → user-service http",
            "payment-service → booking-service http",
            "analytics-service → user-service http",
            "analytics-service → booking-service http",
            "analytics-service → payment-service http",
            "monitoring → user-service management",
            "monitoring → booking-service management",
            "monitoring → payment-service management",
            "monitoring → analytics-service management",
            "monitoring → gateway management");

    private static final Set<String> MANAGED_STORES = Set.of(
            "user-service → database-pooler pgbouncer",
            "booking-service → database-pooler pgbouncer",
            "payment-service → database-pooler pgbouncer",
            "analytics-service → database-pooler pgbouncer",
            "user-service → database postgresql",
            "booking-service → database postgresql",
            "payment-service → database postgresql",
            "analytics-service → database postgresql",
            "database-pooler → database postgresql");

    private static final Set<String> PLAIN_STORES = Set.of(
            "user-service → database postgresql",
            "booking-service → database postgresql",
            "payment-service → database postgresql",
            "analytics-service → database postgresql",
            "gateway → cache redis",
            "analytics-service → cache redis",
            "user-service → mail smtp",
            "booking-service → mail smtp");

    @ParameterizedTest
    @EnumSource
    void shouldLetPodsTalkWhereTheyMustAndNowhereElse(Overlay overlay) {
        var expected = new TreeSet<>(REQUESTS);
        expected.addAll(overlay == Overlay.LOCAL ? PLAIN_STORES : MANAGED_STORES);

        assertThat(connections(overlay)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Set<String> connections(Overlay overlay) {
        var reachability = Reachability.in(overlay);
        var everybody = Endpoint.in(overlay);
        return everybody.stream()
                .flatMap(from -> everybody.stream()
                        .filter(to -> !to.equals(from))
                        .flatMap(to -> to.ports().stream()
                                .filter(port -> reachability.allows(from, to, port))
                                .map(port -> from.name() + " → " + to.name() + " " + port.name())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource
    void shouldDenyWhatNobodyHasAllowed(Overlay overlay) {
        var spec = overlay.one(NetworkPolicy.class, "default-deny").getSpec();

        assertThat(spec.getPodSelector().getMatchLabels()).isEmpty();
        assertThat(spec.getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(spec.getIngress()).isEmpty();
        assertThat(spec.getEgress()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldLetThePublicInThroughTheGatewayAndTlsOnly(Overlay overlay) {
        var ingress = overlay.all(Ingress.class);
        assertThat(ingress).hasSize(1);
        var spec = ingress.getFirst().getSpec();
        var paths = spec.getRules().getFirst().getHttp().getPaths();

        // Without a class nobody, or everybody, serves it.
        assertThat(spec.getIngressClassName()).isNotBlank();
        assertThat(spec.getTls().getFirst().getHosts())
                .containsExactly(spec.getRules().getFirst().getHost());
        assertThat(paths)
                .allMatch(path -> path.getBackend().getService().getName().equals("gateway"));
        assertThat(Stream.of("/metrics", "/internal/events", "/q/health", "/"))
                .allMatch(address -> paths.stream().noneMatch(path -> covers(path, address)));
        assertThat(Stream.of("/api/v1/appointments", "/health", "/readiness", "/docs/", "/.well-known/jwks.json"))
                .allMatch(address -> paths.stream().anyMatch(path -> covers(path, address)));
        assertThat(overlay.all(Service.class))
                .allMatch(service -> !Set.of("LoadBalancer", "NodePort")
                        .contains(String.valueOf(service.getSpec().getType())));
    }

    private static boolean covers(HTTPIngressPath path, String address) {
        return path.getPathType().equals("Exact")
                ? address.equals(path.getPath())
                : (address + "/").startsWith(path.getPath() + "/");
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellEveryServiceWhereTheOthersAre(Overlay overlay) {
        for (String service : Project.SERVICES.subList(0, 4)) {
            String variable = service.toUpperCase(Locale.ROOT).replace('-', '_');
            assertThat(overlay.settings())
                    .containsAllEntriesOf(Map.of(
                            variable + "_URL", "http://" + service,
                            variable + "_MANAGEMENT_URL", "http://" + service + "-management:9000"));
            assertThat(overlay.one(Service.class, service)
                            .getSpec()
                            .getPorts()
                            .getFirst()
                            .getPort())
                    .isEqualTo(80);
            var management = overlay.one(Service.class, service + "-management").getSpec();
            assertThat(management.getPorts().getFirst().getPort()).isEqualTo(9000);
            // A pod that lost its database is not ready, and that is what /health has to hear.
            assertThat(management.getPublishNotReadyAddresses()).isTrue();
        }
    }
}
