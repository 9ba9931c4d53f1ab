package com.bookedbarber.platform.idempotency;

import com.bookedbarber.platform.identity.Caller;
import com.bookedbarber.platform.identity.Callers;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.sql.PersistenceFailures;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets an effect happen once, however often it is asked for.
 *
 * <p>Key, request hash and answer are written in the transaction of the effect. A repeat that comes while the first is
 * still running waits for it (the database's lock on the key), at most as long as the role's {@code lock_timeout}.
 */
@ApplicationScoped
public class Idempotency {

    private static final String GUEST = "guest";

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

    /** The kept answer, if the request was answered before; 422 when the key stands for another request. */
    public Optional<Answer> replay(KeyedRequest request) {
        return store.find(request).map(kept -> kept.answerTo(request));
    }

    private Answer inTransaction(KeyedRequest request, Supplier<Answer> effect) {
        if (!store.claim(request)) {
            return replay(request).orElseThrow(Idempotency::inProgress);
        }
        Answer answer = effect.get();
        store.keep(request, answer, text(answer.body()));
        return answer;
    }

    private byte[] hash(String route, Object body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(route.getBytes(StandardCharsets.UTF_8));
            return digest.digest(json.writeValueAsBytes(body));
        } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
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
