package com.bookedbarber.deployment.network;

import com.bookedbarber.deployment.database.Cluster;
import com.bookedbarber.deployment.database.Pooler;
import com.bookedbarber.deployment.manifest.Overlay;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A pod, or a namespace beside the suite's. */
record Endpoint(String name, String namespace, Map<String, String> labels, List<Port> ports) {

    private static final String OWN = "own";

    record Port(String name, int number) {}

    boolean isOutside() {
        return !namespace.equals(OWN);
    }

    /** Everybody there is in an installation, and who lives around it. */
    static List<Endpoint> in(Overlay overlay) {
        var all = new ArrayList<Endpoint>();
        overlay.pods().forEach((name, pod) -> all.add(of(name, pod)));
        overlay.all(Cluster.class)
                .forEach(cluster -> all.add(new Endpoint(
                        "database",
                        OWN,
                        cluster.spec().inheritedMetadata().labels(),
                        List.of(new Port("postgresql", 5432)))));
        overlay.all(Pooler.class)
                .forEach(pooler -> all.add(new Endpoint(
                        "database-pooler",
                        OWN,
                        pooler.spec().template().getMetadata().getLabels(),
                        List.of(new Port("pgbouncer", 5432)))));
        // Made by cert-manager, for as long as a certificate is being asked for.
        all.add(new Endpoint(
                "certificate-proof",
                OWN,
                Map.of("acme.cert-manager.io/http01-solver", "true"),
                List.of(new Port("proof", 8089))));
        for (String neighbour : List.of("ingress", "monitoring", "default")) {
            all.add(new Endpoint(neighbour, neighbour, Map.of(), List.of()));
        }
        return all;
    }

    private static Endpoint of(String name, PodTemplateSpec pod) {
        List<Port> ports = pod.getSpec().getContainers().stream()
                .map(Container::getPorts)
                .flatMap(List::stream)
                .map(port -> new Port(port.getName(), port.getContainerPort()))
                .toList();
        return new Endpoint(name, OWN, pod.getMetadata().getLabels(), ports);
    }
}
