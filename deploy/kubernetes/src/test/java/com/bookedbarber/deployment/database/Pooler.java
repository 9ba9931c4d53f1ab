package com.bookedbarber.deployment.database;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;

import java.util.Map;

/** CloudNativePG's {@code Pooler}: PgBouncer in front of a {@link Cluster}. */
public record Pooler(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    /** See there. */
    public record Spec(
            Cluster.Named cluster,
            String type,
            int instances,
            DeploymentStrategy deploymentStrategy,
            PodTemplateSpec template,
            PgBouncer pgbouncer) {}

    /** See there. */
    public record PgBouncer(String poolMode, Map<String, String> parameters) {

        int parameter(String name) {
            return Integer.parseInt(parameters.get(name));
        }
    }
}
