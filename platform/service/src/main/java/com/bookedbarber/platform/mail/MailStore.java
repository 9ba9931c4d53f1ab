package com.bookedbarber.platform.mail;

import com.bookedbarber.platform.sql.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The kept mails and what became of them. */
@ApplicationScoped
class MailStore {

    private static final TypeReference<List<Mail.Attachment>> ATTACHMENTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final Sql sql;
    private final ObjectMapper json;

    MailStore(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The mail, now marked as being sent; nothing if it was sent or given up. */
    Optional<QueuedMail> startSending(UUID id) {
        return sql.one("""
                UPDATE mail new SET state = 'sending', attempts = new.attempts + 1 FROM mail old
                WHERE new.id = ? AND old.id = new.id AND old.state IN ('queued', 'sending')
                RETURNING new.*, old.state AS old_state
                """, this::read, id);
    }

    void sent(UUID id) {
        sql.update("UPDATE mail SET state = 'sent', sent_at = now(), last_error = NULL WHERE id = ?", id);
    }

    void failed(UUID id, String error) {
        sql.update("UPDATE mail SET state = 'queued', last_error = ? WHERE id = ?", error, id);
    }

    void dead(UUID id, String error) {
        sql.update("UPDATE mail SET state = 'dead', last_error = ? WHERE id = ?", error, id);
    }

    long countDead() {
        return sql.one("SELECT count(*) FROM mail WHERE state = 'dead'", row -> row.getLong(1))
                .orElse(0L);
    }

    private QueuedMail read(ResultSet row) throws SQLException {
        Mail mail = new Mail(
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("text_body"),
                row.getString("html_body"),
                parse(row.getString("attachments"), ATTACHMENTS),
                parse(row.getString("headers"), HEADERS));
        return new QueuedMail(
                row.getObject("id", UUID.class),
                mail,
                row.getInt("attempts"),
                row.getString("old_state").equals("sending"));
    }

    private <T> T parse(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("A kept mail cannot be read", failure);
        }
    }

    /**
     * A mail on its way.
     *
     * @param attempts how often it was tried, this time included
     * @param mayHaveLeft true if an earlier attempt ended without a word
     */
    record QueuedMail(UUID id, Mail mail, int attempts, boolean mayHaveLeft) {}
}
