package com.bookedbarber.booking.catalog;

import com.bookedbarber.platform.page.Cursor;
import com.bookedbarber.platform.page.PageRequest;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.sql.PersistenceFailures;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;

import java.util.List;
import java.util.UUID;

/** The shops' barbers. */
@ApplicationScoped
class Barbers implements PanacheRepositoryBase<Barber, UUID> {

    private static final String UNIQUE_VIOLATION = "23505";

    /** In one order, so that those who delete two services of the same barbers do not wait for each other. */
    private static final String RAISE_VERSIONS = """
            WITH doing AS (
                SELECT b.id FROM barber b JOIN barber_service s ON s.barber_id = b.id
                WHERE s.service_id = ?1 ORDER BY b.id FOR NO KEY UPDATE OF b)
            UPDATE barber b SET version = version + 1 FROM doing WHERE b.id = doing.id
            """;

    /** A shop's barbers, oldest first; one more than the page holds. */
    List<Barber> of(UUID shopId, PageRequest page) {
        Cursor after = page.after().orElse(Services.BEGINNING);
        return find(
                        "shopId = ?1 and (createdAt > ?2 or createdAt = ?2 and id > ?3) order by createdAt, id",
                        shopId,
                        after.at(),
                        after.id())
                .range(0, page.limit())
                .list();
    }

    Barber require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("barber"));
    }

    /** The shop they work in; 404 if there is no such barber. */
    UUID shopOf(UUID id) {
        return getEntityManager()
                .createQuery("select shopId from Barber where id = ?1", UUID.class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("barber"));
    }

    /** As {@link #require}; nobody else changes the barber until the running transaction ends. */
    Barber lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound("barber"));
    }

    /** Writes the barber now; 409 if their account has become another barber's of the shop in the meantime. */
    void write(Barber barber) {
        try {
            persistAndFlush(barber);
        } catch (PersistenceException failure) {
            throw PersistenceFailures.hasState(failure, UNIQUE_VIOLATION) ? anotherBarber() : failure;
        }
    }

    /** Makes a new version of a barber whose own row has not changed, because what they do has. */
    void raiseVersion(Barber barber) {
        getEntityManager().lock(barber, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** Makes new versions of those who do a service that is about to be deleted. */
    void raiseVersionsOfThoseWhoDo(UUID serviceId) {
        getEntityManager()
                .createNativeQuery(RAISE_VERSIONS)
                .setParameter(1, serviceId)
                .executeUpdate();
    }

    /** 409 if somebody is another barber of the shop already. */
    void requireFree(UUID shopId, UUID userId, UUID by) {
        if (isTaken(shopId, userId, by)) {
            throw anotherBarber();
        }
    }

    private static ProblemException anotherBarber() {
        return new ProblemException(ErrorCode.CONFLICT, "This person is another barber of the shop already.");
    }

    private boolean isTaken(UUID shopId, UUID userId, UUID by) {
        return userId != null && count("shopId = ?1 and userId = ?2 and id <> ?3", shopId, userId, by) > 0;
    }
}
