package com.bookedbarber.deployment.database;

import io.fabric8.kubernetes.api.model.ObjectMeta;

/** CloudNativePG's {@code ScheduledBackup}. Its schedule has seconds in front. */
public record ScheduledBackup(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    /** See there. */
    public record Spec(String schedule, String backupOwnerReference, String method, Cluster.Named cluster) {}
}
