package com.bookedbarber.gateway.identity;

import com.bookedbarber.gateway.loop.ThisLoop;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The public keys of user-service by key id, fetched without blocking. The last ones fetched are kept when user-service
 * is away. Shared by all event loops.
 */
@Singleton
public final class SigningKeys {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final int TIMEOUT_MILLIS = 3000;

    private final IdentityConfig config;
    private final Vertx vertx;
    private final HttpClient client;
    private final AtomicReference<Future<Void>> fetching = new AtomicReference<>();
    private volatile Map<String, Key> keys = Map.of();
    private volatile long fetchedAt;

    SigningKeys(IdentityConfig config, Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(TIMEOUT_MILLIS).setMaxPoolSize(1));
        this.fetchedAt = System.nanoTime() - config.refreshAtMostEvery().toNanos();
    }

    /** Fetches them now and then from now on. */
    public void start() {
        fetch();
        vertx.setPeriodic(config.refreshEvery().toMillis(), id -> fetch());
    }

    /** The key with this id, if it is known already. */
    Optional<Key> known(String keyId) {
        return Optional.ofNullable(keys.get(keyId));
    }

    /** Whether any key is known at all; if not, no token can be judged. */
    boolean any() {
        return !keys.isEmpty();
    }

    /** Fetches the keys again unless that was just done; joins a fetch under way. */
    Future<Void> refresh() {
        Future<Void> running = fetching.get();
        if (running != null) {
            return ThisLoop.here(vertx, running);
        }
        return mayRefresh() ? fetch() : Future.succeededFuture();
    }

    private boolean mayRefresh() {
        long pause = any() ? config.refreshAtMostEvery().toNanos() : 1_000_000_000L;
        return System.nanoTime() - fetchedAt >= pause;
    }

    /** Fetches the keys, or joins a fetch under way. Succeeds either way; what is known then is known. */
    private Future<Void> fetch() {
        Promise<Void> promise = Promise.promise();
        Future<Void> running = fetching.compareAndExchange(null, promise.future());
        if (running != null) {
            return ThisLoop.here(vertx, running);
        }
        fetchedAt = System.nanoTime();
        request().onComplete(fetched -> {
            if (fetched.failed()) {
                LOG.debugf(fetched.cause(), "The token keys could not be fetched");
            }
            fetching.set(null);
            promise.complete();
        });
        return ThisLoop.here(vertx, promise.future());
    }

    private Future<Void> request() {
        return client.request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setAbsoluteURI(config.jwksUrl().toString())
                        .setTimeout(TIMEOUT_MILLIS))
                .compose(HttpClientRequest::send)
                .compose(SigningKeys::bodyOf)
                .map(this::take);
    }

    private static Future<Buffer> bodyOf(HttpClientResponse response) {
        return response.statusCode() == 200 ? response.body() : Future.failedFuture("status " + response.statusCode());
    }

    private Void take(Buffer document) {
        try {
            Map<String, Key> fresh = new HashMap<>();
            for (JsonWebKey key : new JsonWebKeySet(document.toString(StandardCharsets.UTF_8)).getJsonWebKeys()) {
                fresh.put(key.getKeyId(), key.getKey());
            }
            keys = Map.copyOf(fresh);
            return null;
        } catch (JoseException e) {
            throw new IllegalStateException("The token keys cannot be read", e);
        }
    }
}
