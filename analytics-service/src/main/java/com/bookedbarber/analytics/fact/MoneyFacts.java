package com.bookedbarber.analytics.fact;

import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The tables of payments and refunds. What is in them never changes. */
@ApplicationScoped
class MoneyFacts {

    private static final String WRITE_PAYMENTS = """
            INSERT INTO payment_fact (payment_id, visit_id, shop_id, day, amount, tip, occurred_at)
            SELECT * FROM json_to_recordset(?::json) AS f ("paymentId" uuid, "visitId" uuid, "shopId" uuid, day date,
                amount bigint, tip bigint, "occurredAt" timestamptz)
            ON CONFLICT DO NOTHING
            """;

    private static final String WRITE_REFUNDS = """
            INSERT INTO refund_fact (refund_id, payment_id, visit_id, shop_id, day, amount, tip, occurred_at)
            SELECT * FROM json_to_recordset(?::json) AS f ("refundId" uuid, "paymentId" uuid, "visitId" uuid,
                "shopId" uuid, day date, amount bigint, tip bigint, "occurredAt" timestamptz)
            ON CONFLICT DO NOTHING
            """;

    private final Sql sql;
    private final JsonRows rows;

    MoneyFacts(Sql sql, JsonRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** Writes those that are not known yet. */
    void write(List<PaymentFact> payments, List<RefundFact> refunds) {
        sql.update(WRITE_PAYMENTS, rows.of(payments));
        sql.update(WRITE_REFUNDS, rows.of(refunds));
    }

    /**
     * Money that came in.
     *
     * @param amount without the tip, in minor units
     */
    record PaymentFact(
            UUID paymentId, UUID visitId, UUID shopId, LocalDate day, long amount, long tip, Instant occurredAt) {}

    /**
     * Money that went back, in minor units.
     *
     * @param amount with the tip
     * @param tip the part of the amount that gives back the tip
     */
    record RefundFact(
            UUID refundId,
            UUID paymentId,
            UUID visitId,
            UUID shopId,
            LocalDate day,
            long amount,
            long tip,
            Instant occurredAt) {}
}
