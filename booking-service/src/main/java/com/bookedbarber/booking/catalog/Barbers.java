package com.bookedbarber.booking.catalog;

import com.bookedbarber.platform.page.Cursor;
import com.bookedbarber.platform.page.PageRequest;
import com.bookedbarber.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.UUID;

/** The shops' barbers. */
@ApplicationScoped
class Barbers implements PanacheRepositoryBase<Barber, UUID> {

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

    boolean isTaken(UUID shopId, UUID userId, UUID by) {
        return userId != null && count("shopId = ?1 and userId = ?2 and id <> ?3", shopId, userId, by) > 0;
    }
}
