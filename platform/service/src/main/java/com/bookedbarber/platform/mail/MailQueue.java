package com.bookedbarber.platform.mail;

import com.bookedbarber.platform.id.Ids;
import com.bookedbarber.platform.job.Jobs;
import com.bookedbarber.platform.sql.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Instant;
import java.util.UUID;

/** Takes mails to send; they leave after the transaction has committed, from a job. */
@ApplicationScoped
public class MailQueue {

    private final Sql sql;
    private final Jobs jobs;
    private final ObjectMapper json;

    MailQueue(Sql sql, Jobs jobs, ObjectMapper json) {
        this.sql = sql;
        this.jobs = jobs;
        this.json = json;
    }

    /** Has the mail sent as soon as the running transaction has committed. */
    public UUID send(Mail mail) {
        return send(mail, Instant.now());
    }

    /** Has the mail sent at that time, if the running transaction commits. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID send(Mail mail, Instant at) {
        UUID id = Ids.next();
        sql.update(
                """
                INSERT INTO mail (id, recipient, subject, text_body, html_body, attachments, headers)
                VALUES (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
                """,
                id,
                mail.to(),
                mail.subject(),
                mail.text(),
                mail.html(),
                write(mail.attachments()),
                write(mail.headers()));
        jobs.schedule(SendMail.TASK, id.toString(), null, at);
        return id;
    }

    /** Forgets all mails to somebody, sent or not; one that still waits is not sent. Part of the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(String recipient) {
        sql.update("DELETE FROM mail WHERE lower(recipient) = lower(?)", recipient);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("The mail cannot be kept", failure);
        }
    }
}
