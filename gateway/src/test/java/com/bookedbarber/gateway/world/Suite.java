package com.bookedbarber.gateway.world;

import com.bookedbarber.platform.stores.EmbeddedRedis;
import com.bookedbarber.platform.stores.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What stands around the gateway in a test: a real Redis, and one process that plays all four services. */
public final class Suite implements QuarkusTestResourceLifecycleManager {

    private static Origin origin;
    private static EmbeddedRedis redis;
    private static Path folder;

    /** The services. */
    public static Origin origin() {
        return origin;
    }

    /** The Redis. */
    public static EmbeddedRedis redis() {
        return redis;
    }

    /** Starts the Redis again on its port. */
    public static void restartRedis() {
        redis = EmbeddedRedis.start(redis.port(), folder, folder.resolve("redis.log"));
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("gateway-redis");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        redis = EmbeddedRedis.start(FreePort.next(), folder, folder.resolve("redis.log"));
        origin = new Origin();
        Map<String, String> settings = new TreeMap<>();
        for (String service : new String[] {"user", "booking", "payment", "analytics"}) {
            settings.put("bb.gateway.upstream." + service + ".url", origin.url());
            settings.put("bb.gateway.upstream." + service + ".management-url", origin.url());
        }
        settings.put("bb.gateway.identity.jwks-url", origin.url() + "/.well-known/jwks.json");
        settings.put("bb.gateway.limiter.redis-url", redis.url());
        return settings;
    }

    @Override
    public void stop() {
        origin.close();
        redis.close();
    }
}
