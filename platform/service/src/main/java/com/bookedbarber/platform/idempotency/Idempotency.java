package com.bookedbarber.platform.idempotency;

import com.bookedbarber.platform.hash.Sha256;
import com.bookedbarber.platform.identity.Caller;
import com.bookedbarber.platform.identity.Callers;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.sql.PersistenceFailures;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Lets an effect happen once, however often it is asked for.
 *
 * <p>Key, request hash and answer are written in the transaction of the effect. A repeat that comes while the first is
 * still running waits for it (the database's lock on the key), at most as long as the role's {@code lock_timeout}.
 *
 * <p>An effect within the database is one call of {@link #once}; one that needs somebody outside is {@link #begin}, the
 * call, and {@link #complete}.
 */
@ApplicationScoped
public class Idempotency {

    private static final String GUEST = "guest";
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final IdempotencyStore store;
    private final Callers callers;
    private final ObjectMapper json;

    Idempotency(IdempotencyStore store, Callers callers, ObjectMapper json) {
        this.store = store;
        this.callers = callers;
        this.json = json;
    }

    /**
     * The request of the present caller.
     *
     * @param header the value of {@code Idempotency-Key}; 400 if it is missing
     * @param route method and path, such as {@code POST /api/v1/appointments}
     * @param body the body as it was read
     */
    public KeyedRequest request(String header, String route, Object body) {
        IdempotencyKey key = IdempotencyKey.of(header);
        Caller caller = callers.current();
        return new KeyedRequest(caller.isNobody() ? GUEST : caller.subject(), key, hash(route, body));
    }

    /**
     * Runs the effect in a new transaction, or gives the answer it had before.
     *
     * @param effect what to do; what it throws undoes everything, the key included
     * @throws ProblemException 422 when the key stands for another request, 409 when the first is still running
     */
    public Answer once(KeyedRequest request, Supplier<Answer> effect) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> inTransaction(request, effect));
        } catch (RuntimeException failure) {
            if (PersistenceFailures.isLockTimeout(failure)) {
                throw inProgress();
            }
            throw failure;
        }
    }

    /**
     * Begins an effect that needs somebody outside the database, and so cannot be one transaction: claims the key and
     * runs {@code beginning} in a new transaction. Whoever begins has to {@link #complete} it in the end, also after a
     * crash: {@code beginning} has to write down what that takes.
     *
     * @param beginning what has to be on record before the outside is asked; what it throws undoes the claim
     * @return empty if it has begun now; else the kept answer, for which a repeat waits some seconds
     * @throws ProblemException 422 when the key stands for another request, 409 when the first is still running
     */
    public Optional<Answer> begin(KeyedRequest request, Runnable beginning) {
        try {
            boolean begun = QuarkusTransaction.requiringNew().call(() -> {
                boolean claimed = store.claim(request);
                if (claimed) {
                    beginning.run();
                }
                return claimed;
            });
            return begun ? Optional.empty() : Optional.of(await(request));
        } catch (RuntimeException failure) {
            if (PersistenceFailures.isLockTimeout(failure)) {
                throw inProgress();
            }
            throw failure;
        }
    }

    /**
     * Keeps the answer of an effect that was begun; part of the running transaction. A later answer under the key
     * changes nothing.
     *
     * @param caller and {@code key} as in the {@link KeyedRequest} that was begun
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void complete(String caller, IdempotencyKey key, Answer answer) {
        store.keep(caller, key, answer, text(answer.body()));
    }

    /** The kept answer, if the request was answered before; 422 when the key stands for another request. */
    public Optional<Answer> replay(KeyedRequest request) {
        return store.find(request).flatMap(kept -> kept.answerTo(request));
    }

    /** The answer of a request that was begun elsewhere, once there is one. */
    private Answer await(KeyedRequest request) {
        Instant until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            Optional<Answer> answer = replay(request);
            if (answer.isPresent()) {
                return answer.get();
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        throw inProgress();
    }

    private Answer inTransaction(KeyedRequest request, Supplier<Answer> effect) {
        if (!store.claim(request)) {
            return replay(request).orElseThrow(Idempotency::inProgress);
        }
        Answer answer = effect.get();
        store.keep(request.caller(), request.key(), answer, text(answer.body()));
        return answer;
    }

    private byte[] hash(String route, Object body) {
        try {
            return Sha256.of(route.getBytes(StandardCharsets.UTF_8), json.writeValueAsBytes(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("The answer cannot be written as JSON", failure);
        }
    }

    private static ProblemException inProgress() {
        return new ProblemException(
                        ErrorCode.REQUEST_IN_PROGRESS, "The first request with this key is still running; ask again.")
                .header("Retry-After", "1");
    }
}
