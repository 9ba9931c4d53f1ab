package com.bookedbarber.load.stack;

import com.bookedbarber.load.BenchException;
import com.bookedbarber.local.stack.Service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * How much memory a service may take in a cluster.
 *
 * @param manifests the folder of the manifests that the build generates
 */
public record MemoryLimits(Path manifests) {

    private static final Pattern LIMIT = Pattern.compile("\\blimits:\\s+(?:cpu: \\S+\\s+)?memory: (\\d+)Mi\\b");

    /** Those of this project. */
    public static MemoryLimits of(Path home) {
        return new MemoryLimits(home.resolve("deploy/kubernetes/base"));
    }

    /**
     * The limit of its container, in MiB.
     *
     * @throws BenchException if its manifest has none
     */
    public long mib(Service service) {
        var manifest = manifests.resolve(service.label() + ".yml");
        try {
            var limit = LIMIT.matcher(Files.readString(manifest));
            if (limit.find()) {
                return Long.parseLong(limit.group(1));
            }
        } catch (IOException e) {
            throw new BenchException(manifest + " cannot be read: " + e.getMessage(), e);
        }
        throw new BenchException("There is no memory limit in " + manifest + ".");
    }
}
