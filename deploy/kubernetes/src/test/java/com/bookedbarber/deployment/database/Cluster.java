package com.bookedbarber.deployment.database;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;

import java.util.List;
import java.util.Map;

/** CloudNativePG's {@code Cluster}, as far as it is used here. Source: its API reference, {@code postgresql.cnpg.io/v1}. */
public record Cluster(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    /** See there. */
    public record Spec(
            int instances,
            ImageCatalogRef imageCatalogRef,
            InheritedMetadata inheritedMetadata,
            Bootstrap bootstrap,
            Managed managed,
            Postgresql postgresql,
            Storage storage,
            Storage walStorage,
            ResourceRequirements resources,
            Affinity affinity) {}

    /** See there. */
    public record ImageCatalogRef(String apiGroup, String kind, String name, int major) {}

    /** See there. */
    public record InheritedMetadata(Map<String, String> labels) {}

    /** See there. */
    public record Bootstrap(InitDb initdb) {}

    /** See there. */
    public record InitDb(String database, String owner, SqlRefs postInitApplicationSQLRefs) {}

    /** See there. */
    public record SqlRefs(List<KeyOf> configMapRefs) {}

    /** See there. */
    public record KeyOf(String name, String key) {}

    /** See there. */
    public record Managed(List<Role> roles) {}

    /** See there. */
    public record Role(String name, String ensure, boolean login, Named passwordSecret) {}

    /** See there. */
    public record Named(String name) {}

    /** See there. */
    public record Postgresql(Map<String, String> parameters, Synchronous synchronous) {}

    /** See there. */
    public record Synchronous(String method, int number) {}

    /** See there. */
    public record Storage(Quantity size) {}

    /** See there. */
    public record Affinity(String podAntiAffinityType, String topologyKey) {}
}
