package com.bookedbarber.user.shop;

import com.bookedbarber.platform.page.Cursor;
import com.bookedbarber.platform.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The shops' rows. Reading is a transaction of its own where none is running, so that connections are soon given back. */
@ApplicationScoped
class ShopRepository implements PanacheRepositoryBase<Shop, UUID> {

    private final Sql sql;

    ShopRepository(Sql sql) {
        this.sql = sql;
    }

    @Transactional
    Optional<Shop> byId(UUID id) {
        return findByIdOptional(id);
    }

    @Transactional
    Optional<Shop> bySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }

    /** False if the short name is taken. */
    boolean insert(Shop shop) {
        return sql.update(
                        """
                        INSERT INTO shop (id, slug, name, time_zone, currency, address, phone, version, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (slug) DO NOTHING
                        """,
                        shop.id,
                        shop.slug,
                        shop.name,
                        shop.timeZone,
                        shop.currency,
                        shop.address,
                        shop.phone,
                        shop.version,
                        shop.createdAt)
                == 1;
    }

    /** Oldest first; {@code text} is looked for in names, short names and addresses. */
    @Transactional
    List<Shop> search(String text, Cursor after, int limit) {
        String like = "%"
                + text.toLowerCase(Locale.ROOT)
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_")
                + "%";
        return find("""
                        (createdAt > ?1 or (createdAt = ?1 and id > ?2))
                        and (lower(name) like ?3 escape '!' or slug like ?3 escape '!' or lower(address) like ?3 escape '!')
                        order by createdAt, id
                        """, after.at(), after.id(), like).range(0, limit - 1).list();
    }
}
