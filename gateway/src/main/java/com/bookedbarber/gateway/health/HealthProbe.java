package com.bookedbarber.gateway.health;

import com.bookedbarber.gateway.limit.RateLimiters;
import com.bookedbarber.gateway.loop.ThisLoop;
import com.bookedbarber.gateway.proxy.Upstream;
import com.bookedbarber.gateway.proxy.Upstreams;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Asks the services how they are, at most once a second however often the gateway is asked. */
@Singleton
final class HealthProbe {

    private static final long FRESH_NANOS = 900_000_000L;
    private static final int TIMEOUT_MILLIS = 1500;

    private final Upstreams upstreams;
    private final RateLimiters limiters;
    private final HttpClient client;
    private final Vertx vertx;
    private Future<SuiteHealth> latest;
    private long askedAt;

    HealthProbe(Upstreams upstreams, RateLimiters limiters, Vertx vertx) {
        this.upstreams = upstreams;
        this.limiters = limiters;
        this.vertx = vertx;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(TIMEOUT_MILLIS).setMaxPoolSize(1));
    }

    /** How the suite is, or was less than a second ago. */
    Future<SuiteHealth> ask() {
        return ThisLoop.here(vertx, latest());
    }

    private synchronized Future<SuiteHealth> latest() {
        long now = System.nanoTime();
        if (latest == null || latest.isComplete() && now - askedAt > FRESH_NANOS) {
            askedAt = now;
            latest = askAll();
        }
        return latest;
    }

    private Future<SuiteHealth> askAll() {
        List<Upstream> asked = List.copyOf(upstreams.all());
        List<Future<ServiceHealth>> answers = new ArrayList<>();
        asked.forEach(upstream -> answers.add(ask(upstream)));
        return Future.all(answers).map(all -> {
            Map<String, ServiceHealth> services = new TreeMap<>();
            for (int i = 0; i < asked.size(); i++) {
                services.put(asked.get(i).name() + "-service", answers.get(i).result());
            }
            return new SuiteHealth(services, limiters.shared());
        });
    }

    private Future<ServiceHealth> ask(Upstream upstream) {
        return client.request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setAbsoluteURI(upstream.config().managementUrl() + "/q/health/ready")
                        .setTimeout(TIMEOUT_MILLIS))
                .compose(HttpClientRequest::send)
                .compose(response -> response.body().map(body -> read(body.toString())))
                .otherwise(ServiceHealth.SILENT);
    }

    /** MicroProfile Health: {@code {"status":"UP","checks":[{"name":…,"status":…}]}}. */
    static ServiceHealth read(String document) {
        try {
            JsonObject health = new JsonObject(document);
            Boolean database = null;
            for (Object entry : health.getJsonArray("checks", new JsonArray())) {
                if (entry instanceof JsonObject check
                        && check.getString("name", "").toLowerCase(Locale.ROOT).contains("database")) {
                    boolean up = isUp(check);
                    database = database == null ? up : database && up;
                }
            }
            return new ServiceHealth(true, isUp(health), database);
        } catch (DecodeException | ClassCastException e) {
            return ServiceHealth.SILENT;
        }
    }

    private static boolean isUp(JsonObject check) {
        return "UP".equals(check.getString("status"));
    }
}
