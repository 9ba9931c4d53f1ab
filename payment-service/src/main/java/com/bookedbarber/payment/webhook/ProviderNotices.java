package com.bookedbarber.payment.webhook;

import com.bookedbarber.payment.payment.PaymentFollowUp;
import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Takes in what providers tell. What a notice says is not believed: it only makes us ask the provider what is true now.
 * So notices may come late, twice or in any order.
 */
@ApplicationScoped
class ProviderNotices {

    private final Sql sql;
    private final PaymentFollowUp payments;

    ProviderNotices(Sql sql, PaymentFollowUp payments) {
        this.sql = sql;
        this.payments = payments;
    }

    @Transactional
    void take(Notice notice) {
        int fresh = sql.update(
                "INSERT INTO provider_notice (event_id, type, payment_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                notice.eventId(),
                notice.type(),
                notice.paymentId().orElse(null));
        if (fresh == 1) {
            notice.paymentId().ifPresent(payment -> payments.lookSoon(payment, notice.eventId()));
        }
    }
}
