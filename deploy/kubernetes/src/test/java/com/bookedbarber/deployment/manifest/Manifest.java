package com.bookedbarber.deployment.manifest;

import com.bookedbarber.deployment.database.Cluster;
import com.bookedbarber.deployment.database.Pooler;
import com.bookedbarber.deployment.database.ScheduledBackup;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

import java.util.Map;

/**
 * One resource.
 *
 * @param model as its model understands it, completely
 * @param source as it stands in the file
 */
public record Manifest(String kind, String name, Object model, JsonNode source) {

    private static final Map<String, Class<?>> MODELS = Map.ofEntries(
            Map.entry("v1/ConfigMap", ConfigMap.class),
            Map.entry("v1/LimitRange", LimitRange.class),
            Map.entry("v1/Namespace", Namespace.class),
            Map.entry("v1/ResourceQuota", ResourceQuota.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("v1/ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("apps/v1/StatefulSet", StatefulSet.class),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("postgresql.cnpg.io/v1/Cluster", Cluster.class),
            Map.entry("postgresql.cnpg.io/v1/Pooler", Pooler.class),
            Map.entry("postgresql.cnpg.io/v1/ScheduledBackup", ScheduledBackup.class));

    static Manifest of(JsonNode source) {
        String type =
                source.path("apiVersion").asText() + "/" + source.path("kind").asText();
        Class<?> model = MODELS.get(type);
        if (model == null) {
            throw new AssertionError("Nobody has decided yet that there is to be a " + type + ": "
                    + source.at("/metadata/name").asText());
        }
        return new Manifest(
                source.path("kind").asText(),
                source.at("/metadata/name").asText(),
                StrictYaml.read(source, model),
                source);
    }
}
