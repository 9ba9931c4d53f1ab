package com.bookedbarber.deployment.manifest;

import com.bookedbarber.deployment.Project;
import com.bookedbarber.deployment.database.Cluster;
import com.bookedbarber.deployment.database.Pooler;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Pods of one kind and what each of them asks for.
 *
 * @param pods the most there can be at one time
 */
record Demand(String who, int pods, ResourceRequirements resources) {

    /** What cert-manager gives the pod that proves the address; it stays for a minute. */
    private static final ResourceRequirements PROOF = new ResourceRequirements(
            null,
            Map.of("cpu", new Quantity("100m"), "memory", new Quantity("64Mi")),
            Map.of("cpu", new Quantity("10m"), "memory", new Quantity("64Mi")));

    /** Everybody in an installation at full scale, in the middle of a release. */
    static List<Demand> of(Overlay overlay) {
        var all = new ArrayList<Demand>();
        all.add(new Demand("certificate", 1, PROOF));
        overlay.pods()
                .forEach((name, pod) -> all.add(new Demand(
                        name,
                        // A store of its own is one pod, or two while it is replaced.
                        Project.SERVICES.contains(name) ? overlay.mostPods(name) : 2,
                        only(pod.getSpec().getContainers()))));
        overlay.all(Pooler.class)
                .forEach(pooler -> all.add(new Demand(
                        "pooler",
                        pooler.spec().instances(),
                        only(pooler.spec().template().getSpec().getContainers()))));
        // One more: the job that prepares or joins an instance has the instance's resources.
        overlay.all(Cluster.class)
                .forEach(database -> all.add(new Demand(
                        "database",
                        database.spec().instances() + 1,
                        database.spec().resources())));
        return all;
    }

    private static ResourceRequirements only(List<Container> containers) {
        if (containers.size() != 1) {
            throw new AssertionError("one container was expected: " + containers);
        }
        return containers.getFirst().getResources();
    }

    /** What all its pods request of a resource. */
    double requests(String resource) {
        return pods * amount(resources.getRequests().get(resource));
    }

    /** What all its pods may take of a resource. */
    double limits(String resource) {
        return pods * amount(resources.getLimits().get(resource));
    }

    static double amount(Quantity quantity) {
        return Quantity.getAmountInBytes(quantity).doubleValue();
    }

    static double sum(Stream<Double> amounts) {
        return amounts.mapToDouble(Double::doubleValue).sum();
    }
}
