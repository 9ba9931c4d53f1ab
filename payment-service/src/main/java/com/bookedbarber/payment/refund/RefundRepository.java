package com.bookedbarber.payment.refund;

import com.bookedbarber.platform.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import java.util.List;
import java.util.UUID;

/** The stored refunds. */
@ApplicationScoped
class RefundRepository implements PanacheRepositoryBase<Refund, UUID> {

    private final Sql sql;

    RefundRepository(Sql sql) {
        this.sql = sql;
    }

    /** The refund as it is now, for reading only. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Refund read(UUID id) {
        return findById(id);
    }

    /** Reads the refund as it is now and keeps others from it. */
    Refund lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The refunds of a payment, oldest first. */
    @Transactional
    List<Refund> ofPayment(UUID paymentId) {
        return list("paymentId = ?1 order by createdAt, id", paymentId);
    }

    /** Whether an event has had its effect already. */
    boolean isKnown(UUID causeEvent) {
        return count("causeEvent", causeEvent) > 0;
    }

    /** The sum of an appointment's refunds that have begun and are not booked yet, without tips, in minor units. */
    long onTheirWay(UUID appointmentId) {
        return sql.one("""
                        SELECT coalesce(sum(refund.amount - refund.tip), 0) FROM refund
                        JOIN payment ON payment.id = payment_id
                        WHERE appointment_id = ? AND refund.status = 'processing'
                        """, row -> row.getLong(1), appointmentId).orElse(0L);
    }
}
