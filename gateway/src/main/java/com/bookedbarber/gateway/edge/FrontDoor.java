package com.bookedbarber.gateway.edge;

import com.bookedbarber.gateway.identity.SigningKeys;
import com.bookedbarber.gateway.wire.ConnectionGuard;
import com.bookedbarber.gateway.wire.ListenerConfig;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Opens the public port with the application and closes it gently: as soon as the end is announced
 * ({@code BB_SHUTDOWN_DELAY} before it comes) answers say {@code Connection: close}, so that clients go elsewhere by
 * themselves, and in the end running requests are waited for.
 *
 * <p>The gateway listens by itself instead of through Quarkus' server, because it answers for every byte on this port:
 * also for what is no request yet, or never becomes one.
 */
@Singleton
public class FrontDoor {

    private static final Logger LOG = Logger.getLogger(FrontDoor.class);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(20);

    private final Vertx vertx;
    private final Edges edges;
    private final ListenerConfig config;
    private final SigningKeys keys;
    private final ConnectionGuard connections;
    private final List<FrontVerticle> verticles = new CopyOnWriteArrayList<>();

    FrontDoor(Vertx vertx, Edges edges, ListenerConfig config, SigningKeys keys, ConnectionGuard connections) {
        this.vertx = vertx;
        this.edges = edges;
        this.config = config;
        this.keys = keys;
        this.connections = connections;
    }

    /** The port that is listened on. */
    public int port() {
        return verticles.getFirst().port();
    }

    void open(@Observes StartupEvent start) throws Exception {
        keys.start();
        int loops = config.eventLoops().orElse(Runtime.getRuntime().availableProcessors());
        await(vertx.deployVerticle(this::verticle, new DeploymentOptions().setInstances(loops)), START_TIMEOUT);
        LOG.infof("Open on %s:%d with %d event loops", config.host(), port(), loops);
    }

    private FrontVerticle verticle() {
        FrontVerticle verticle = new FrontVerticle(edges, config, connections);
        verticles.add(verticle);
        return verticle;
    }

    void announceEnd(@Observes ShutdownDelayInitiatedEvent end) {
        verticles.forEach(FrontVerticle::announceEnd);
    }

    void close(@Observes ShutdownEvent stop) throws Exception {
        try {
            await(Future.all(verticles.stream().map(FrontVerticle::drain).toList()), config.drainTimeout());
        } catch (TimeoutException e) {
            LOG.warnf("Some requests were still running after %s.", config.drainTimeout());
        }
    }

    private static void await(Future<?> future, Duration timeout) throws Exception {
        future.toCompletionStage().toCompletableFuture().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }
}
