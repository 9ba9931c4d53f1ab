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

    /** Short deadlines and small limits, so that tests of them are short; and two services that are not well. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("bb.gateway.listener.header-deadline", "1s"),
            Map.entry("bb.gateway.listener.body-deadline", "1s"),
            Map.entry("bb.gateway.listener.connections-per-address", "300"),
            Map.entry("bb.gateway.identity.refresh-at-most-every", "1s"),
            Map.entry("bb.gateway.origin.trusted-proxies", "127.0.0.9/32"),
            Map.entry("bb.gateway.cors.origins", "https://partner.example"),
            // Processors are shared with a compiler here, and what Redis decides late would be decided twice.
            Map.entry("bb.gateway.limiter.patience", "3s"),
            Map.entry("bb.gateway.limit.default.rate", "100000/min"),
            Map.entry("bb.gateway.limit.availability.rate", "20/2s"),
            Map.entry("bb.gateway.upstream.nobody.url", "http://127.0.0.1:1"),
            Map.entry("bb.gateway.upstream.nobody.management-url", "${bb.gateway.upstream.user.management-url}"),
            Map.entry("bb.gateway.route.test-nobody", "GET,POST /test/nobody -> nobody; public"),
            Map.entry("bb.gateway.route.test-slow", "GET,POST /test/slow -> user; public; timeout 0.3S"));

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
        settings.putAll(SETTINGS);
        return settings;
    }

    @Override
    public void stop() {
        origin.close();
        redis.close();
    }
}
