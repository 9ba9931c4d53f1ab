package com.bookedbarber.booking.catalog;

import com.bookedbarber.platform.page.Cursor;
import com.bookedbarber.platform.page.PageRequest;
import com.bookedbarber.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The shops' services. */
@ApplicationScoped
class Services implements PanacheRepositoryBase<Service, UUID> {

    static final Cursor BEGINNING = new Cursor(Instant.EPOCH, new UUID(0, 0));

    /** A shop's services, oldest first; one more than the page holds. */
    List<Service> of(UUID shopId, PageRequest page) {
        Cursor after = page.after().orElse(BEGINNING);
        return find(
                        "shopId = ?1 and (createdAt > ?2 or createdAt = ?2 and id > ?3) order by createdAt, id",
                        shopId,
                        after.at(),
                        after.id())
                .range(0, page.limit())
                .list();
    }

    Service require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("service"));
    }

    /** The shop that offers it; 404 if there is no such service. */
    UUID shopOf(UUID id) {
        return getEntityManager()
                .createQuery("select shopId from Service where id = ?1", UUID.class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("service"));
    }

    /** As {@link #require}; nobody else changes or deletes it until the running transaction ends. */
    Service lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound("service"));
    }
}
