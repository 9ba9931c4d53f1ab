package com.bookedbarber.user.shop;

import com.bookedbarber.platform.page.Cursor;
import com.bookedbarber.platform.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ShopRepository implements PanacheRepositoryBase<Shop, UUID> {

    private final Sql sql;

    ShopRepository(Sql sql) {
        this.sql = sql;
    }

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
    List<Shop> search(String text, Cursor after, int limit) {
        String like = "%"
                + text.toLowerCase(java.util.Locale.ROOT)
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
