package com.bookedbarber.deployment.manifest;

import com.bookedbarber.deployment.Project;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import org.junit.jupiter.params.provider.Arguments;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An installation, as {@code kubectl kustomize} builds it. */
public enum Overlay {
    LOCAL,
    STAGING,
    PRODUCTION;

    private static final String NO_KUBECTL = "There is no kubectl on the PATH, and these tests build the manifests with"
            + " `kubectl kustomize`. Get kubectl 1.27 or newer (docs/development.md) and try again.";

    private List<Manifest> manifests;

    /** All resources, each understood completely. */
    public synchronized List<Manifest> manifests() {
        if (manifests == null) {
            String folder = "deploy/kubernetes/overlays/" + name().toLowerCase(Locale.ROOT);
            String yaml = Project.run(NO_KUBECTL, "kubectl", "kustomize", folder);
            manifests = StrictYaml.documents(yaml).stream().map(Manifest::of).toList();
        }
        return manifests;
    }

    /** Those of one type. */
    public <T> List<T> all(Class<T> type) {
        return manifests().stream()
                .map(Manifest::model)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The one of that type and name. */
    public <T> T one(Class<T> type, String name) {
        return manifests().stream()
                .filter(manifest -> type.isInstance(manifest.model()))
                .filter(manifest -> manifest.name().equals(name))
                .map(manifest -> type.cast(manifest.model()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(this + " has no " + type.getSimpleName() + " " + name));
    }

    /** The pods that somebody's controller makes, by the controller's name. */
    public Map<String, PodTemplateSpec> pods() {
        var deployments = all(Deployment.class).stream()
                .map(deployment -> Map.entry(
                        deployment.getMetadata().getName(), deployment.getSpec().getTemplate()));
        var sets = all(StatefulSet.class).stream()
                .map(set -> Map.entry(set.getMetadata().getName(), set.getSpec().getTemplate()));
        return Stream.concat(deployments, sets).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The most pods of a service there can be: the autoscaler's maximum, and those that replace them in a release. */
    public int mostPods(String service) {
        int most = one(HorizontalPodAutoscaler.class, service).getSpec().getMaxReplicas();
        String surge = one(Deployment.class, service)
                .getSpec()
                .getStrategy()
                .getRollingUpdate()
                .getMaxSurge()
                .getStrVal();
        return most + Math.ceilDiv(most * Integer.parseInt(surge.replace("%", "")), 100);
    }

    /** A service's only container. */
    public Container container(String service) {
        List<Container> containers =
                one(Deployment.class, service).getSpec().getTemplate().getSpec().getContainers();
        if (containers.size() != 1) {
            throw new AssertionError(service + " has " + containers.size() + " containers");
        }
        return containers.getFirst();
    }

    /** The settings that all services read. */
    public Map<String, String> settings() {
        return all(ConfigMap.class).stream()
                .filter(map -> map.getMetadata().getName().startsWith("suite-"))
                .map(ConfigMap::getData)
                .collect(Collectors.collectingAndThen(Collectors.toList(), List::getFirst));
    }

    /** Every overlay with every service, for parameterised tests. */
    public static Stream<Arguments> withServices() {
        return Stream.of(values())
                .flatMap(overlay -> Project.SERVICES.stream().map(service -> Arguments.of(overlay, service)));
    }
}
