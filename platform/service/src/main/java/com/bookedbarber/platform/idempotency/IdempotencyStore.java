package com.bookedbarber.platform.idempotency;

import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.sql.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** The kept keys; every call joins the running transaction. */
@ApplicationScoped
class IdempotencyStore {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final Sql sql;
    private final ObjectMapper json;

    IdempotencyStore(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** True if the key is new and now ours; waits for a transaction that holds it. */
    boolean claim(KeyedRequest request) {
        return sql.update(
                        "INSERT INTO idempotency_key (caller, key, request_hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        request.caller(),
                        request.key().value(),
                        request.hash())
                == 1;
    }

    /** Keeps the answer of a claimed key; false if one was kept before, which stays. */
    boolean keep(String caller, IdempotencyKey key, Answer answer, String body) {
        return sql.update("""
                        UPDATE idempotency_key SET status = ?, headers = ?::jsonb, body = ?
                        WHERE caller = ? AND key = ? AND status IS NULL
                        """, answer.status(), write(answer.headers()), body, caller, key.value()) == 1;
    }

    Optional<Kept> find(KeyedRequest request) {
        return sql.one(
                "SELECT request_hash, status, headers, body FROM idempotency_key WHERE caller = ? AND key = ?",
                this::read,
                request.caller(),
                request.key().value());
    }

    /** Forgets keys older than that many hours; the number forgotten. */
    int forgetOlderThan(int hours) {
        return sql.update("DELETE FROM idempotency_key WHERE created_at < now() - make_interval(hours => ?)", hours);
    }

    private Kept read(ResultSet row) throws SQLException {
        int status = row.getInt(2);
        boolean running = row.wasNull();
        return new Kept(
                row.getBytes(1),
                running ? null : new Answer(status, headers(row.getString(3)), row.getString(4), true));
    }

    private Map<String, String> headers(String text) {
        try {
            return text == null ? Map.of() : json.readValue(text, HEADERS);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("The kept headers are not JSON", failure);
        }
    }

    private String write(Map<String, String> headers) {
        try {
            return json.writeValueAsString(headers);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A key in use; the answer is null while its first request is still running. */
    record Kept(byte[] hash, Answer answer) {

        Optional<Answer> answerTo(KeyedRequest request) {
            if (!MessageDigest.isEqual(hash, request.hash())) {
                throw new ProblemException(
                        ErrorCode.IDEMPOTENCY_KEY_REUSED,
                        "This Idempotency-Key was used for another request; take a new key.");
            }
            return Optional.ofNullable(answer);
        }
    }
}
