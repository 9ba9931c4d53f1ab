package com.bookedbarber.gateway.limit;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import org.jboss.logging.Logger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The counters that all gateways share: one connection of one event loop. What is asked while the loop reads its sockets
 * goes to Redis together, so that under load a round trip decides many requests, and what only has to be counted goes
 * with it, or by itself a little later.
 *
 * <p>A connection that breaks is made again every half second. A Redis that hangs is left alone after a few late answers
 * until it answers a ping in time.
 */
final class RedisCounters {

    private static final Logger LOG = Logger.getLogger(RedisCounters.class);
    private static final long RETRY_MILLIS = 500;
    private static final int LATE_ANSWERS = 3;

    /** Counting may be so late: less than what {@link RecentRooms} knows may be old. */
    private static final long COUNT_AFTER_MILLIS = 2;

    private static final String SCRIPT = script();

    private final Vertx vertx;
    private final Redis redis;
    private final long patienceMillis;
    private final RecentRooms recent;
    private LimitQuestions next;
    private boolean asking;
    private boolean counting;
    private volatile RedisConnection connection;
    private volatile String digest;
    private int late;
    private volatile boolean resting;
    private boolean closed;
    private boolean told;

    RedisCounters(Vertx vertx, RateLimiterConfig config, RecentRooms recent) {
        this.vertx = vertx;
        this.recent = recent;
        this.patienceMillis = Math.max(1, config.patience().toMillis());
        RedisOptions options = new RedisOptions()
                .setConnectionString(config.redisUrl())
                .setMaxPoolSize(1)
                .setMaxPoolWaiting(4)
                .setMaxWaitingHandlers(16_384);
        options.getNetClientOptions().setConnectTimeout(1000).setTcpNoDelay(true);
        this.redis = Redis.createClient(vertx, options);
    }

    /** Connects, and keeps trying. */
    void start() {
        redis.connect().onComplete(this::connected, this::lost);
    }

    void close() {
        closed = true;
        redis.close();
    }

    /** Whether asking makes sense. */
    boolean available() {
        return connection != null && digest != null && !resting;
    }

    /** Decides; fails if Redis does not answer in time, and then the decision is the caller's. */
    Future<List<RateDecision>> decide(List<RateCheck> checks) {
        if (!asking) {
            asking = true;
            vertx.runOnContext(read -> ask());
        }
        return next().add(checks);
    }

    /** Counts a request that was allowed ahead, soon. */
    void count(List<RateCheck> checks) {
        if (!asking && !counting) {
            counting = true;
            vertx.setTimer(COUNT_AFTER_MILLIS, timer -> {
                counting = false;
                ask();
            });
        }
        next().count(checks);
    }

    private LimitQuestions next() {
        if (next == null) {
            next = new LimitQuestions(recent);
        }
        return next;
    }

    private void ask() {
        LimitQuestions asked = next;
        next = null;
        asking = false;
        if (asked == null) {
            return;
        }
        if (!available()) {
            asked.fail("Redis is away");
            return;
        }
        long askedAt = System.nanoTime();
        inTime(connection.send(asked.command(digest)))
                .recover(failure -> isUnknownScript(failure) ? reload(asked) : Future.failedFuture(failure))
                .onSuccess(answer -> asked.answer(answer, askedAt))
                .onFailure(failure -> asked.fail(failure.getMessage()));
    }

    private Future<Response> reload(LimitQuestions asked) {
        return load().compose(loaded -> inTime(connection.send(asked.command(digest))));
    }

    private Future<Void> load() {
        return connection
                .send(Request.cmd(Command.SCRIPT).arg("LOAD").arg(SCRIPT))
                .onSuccess(answer -> digest = answer.toString())
                .mapEmpty();
    }

    private Future<Response> inTime(Future<Response> answer) {
        Promise<Response> promise = Promise.promise();
        long timer = vertx.setTimer(patienceMillis, id -> {
            if (promise.tryFail("Redis is slow")) {
                answeredLate();
            }
        });
        answer.onComplete(result -> {
            vertx.cancelTimer(timer);
            if (result.succeeded() && promise.tryComplete(result.result())) {
                late = 0;
            } else if (result.failed()) {
                promise.tryFail(result.cause());
            }
        });
        return promise.future();
    }

    private void answeredLate() {
        late++;
        if (late >= LATE_ANSWERS && !resting) {
            resting = true;
            LOG.warn("Redis answers too late; limits are counted here until it recovers.");
            vertx.setTimer(RETRY_MILLIS, id -> probe());
        }
    }

    private void probe() {
        if (connection == null || closed) {
            return;
        }
        long sentAt = System.nanoTime();
        connection.send(Request.cmd(Command.PING)).onSuccess(pong -> {
            if (System.nanoTime() - sentAt < patienceMillis * 1_000_000) {
                resting = false;
                late = 0;
                LOG.info("Redis answers in time again.");
            } else {
                vertx.setTimer(RETRY_MILLIS, id -> probe());
            }
        });
    }

    private void connected(RedisConnection made) {
        connection = made;
        resting = false;
        late = 0;
        made.exceptionHandler(failure -> ended(made));
        made.endHandler(end -> ended(made));
        loadFirst(made);
    }

    /** A Redis that has just started may still be reading its data and refuse everything until it is done. */
    private void loadFirst(RedisConnection made) {
        if (!made.equals(connection)) {
            return;
        }
        load().onSuccess(loaded -> {
                    if (told) {
                        LOG.info("Redis is back.");
                    }
                    told = false;
                })
                .onFailure(failure -> vertx.setTimer(RETRY_MILLIS, id -> loadFirst(made)));
    }

    /** A connection that breaks says so by a failure, by its end, or by both. */
    private void ended(RedisConnection broken) {
        if (broken.equals(connection)) {
            lost(null);
        }
    }

    private void lost(Throwable cause) {
        connection = null;
        if (closed) {
            return;
        }
        if (!told) {
            told = true;
            LOG.warn("Redis is away; limits are counted here until it is back.");
        }
        vertx.setTimer(RETRY_MILLIS, id -> start());
    }

    private static boolean isUnknownScript(Throwable failure) {
        return failure.getMessage() != null && failure.getMessage().startsWith("NOSCRIPT");
    }

    private static String script() {
        try (InputStream script = RedisCounters.class.getResourceAsStream("limits.lua")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
