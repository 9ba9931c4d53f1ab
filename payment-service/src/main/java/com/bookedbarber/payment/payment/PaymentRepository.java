package com.bookedbarber.payment.payment;

import com.bookedbarber.platform.page.Cursor;
import com.bookedbarber.platform.page.PageRequest;
import com.bookedbarber.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stored payments. */
@ApplicationScoped
class PaymentRepository implements PanacheRepositoryBase<Payment, UUID> {

    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(0, 0));
    private static final String NEWEST_FIRST =
            " and (createdAt < :at or createdAt = :at and id < :id) order by createdAt desc, id desc";

    /** The payment as it is now, for reading only. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Payment read(UUID id) {
        return require(id);
    }

    Payment require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("payment"));
    }

    /** Reads the payment as it is now and keeps others from it; its appointment's account has to be locked before. */
    Payment lock(UUID id) {
        Payment payment = findById(id);
        getEntityManager().refresh(payment, LockModeType.PESSIMISTIC_WRITE);
        return payment;
    }

    /** All payments of the appointment, newest first. */
    List<Payment> ofAppointment(UUID appointmentId) {
        return list("appointmentId = ?1 order by createdAt desc, id desc", appointmentId);
    }

    /** The shop of an appointment that something was paid for, or null. */
    @Transactional
    UUID shopOf(UUID appointmentId) {
        return ofAppointment(appointmentId).stream()
                .map(payment -> payment.shopId)
                .findFirst()
                .orElse(null);
    }

    /** Newest first, one more than the page has; null for what does not matter. */
    @Transactional
    List<Payment> page(UUID shopId, UUID appointmentId, UUID clientId, PageRequest page) {
        Cursor before = page.after().orElse(NEWEST);
        Parameters parameters = Parameters.with("at", before.at()).and("id", before.id());
        StringBuilder where = new StringBuilder("1 = 1");
        restrict(where, parameters, "shopId", shopId);
        restrict(where, parameters, "appointmentId", appointmentId);
        restrict(where, parameters, "clientId", clientId);
        return find(where + NEWEST_FIRST, parameters).range(0, page.limit()).list();
    }

    private static void restrict(StringBuilder where, Parameters parameters, String field, UUID value) {
        Optional.ofNullable(value).ifPresent(given -> {
            where.append(" and ").append(field).append(" = :").append(field);
            parameters.and(field, given);
        });
    }
}
