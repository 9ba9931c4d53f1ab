package com.bookedbarber.platform.shop;

import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** The shops this service knows: told by the user-service's feed, or asked for when the feed has not told yet. */
@ApplicationScoped
public class ShopDirectory {

    private final Sql sql;
    private final UserServiceCalls userService;

    ShopDirectory(Sql sql, UserServiceCalls userService) {
        this.sql = sql;
        this.userService = userService;
    }

    /** The shop; 404 if there is none, 503 if it is unknown here and the user-service cannot be asked. */
    public Shop require(UUID shopId) {
        return find(shopId).orElseThrow(() -> ProblemException.notFound("shop"));
    }

    /** The shop, if there is one. */
    public Optional<Shop> find(UUID shopId) {
        Optional<Shop> known = sql.one("SELECT * FROM known_shop WHERE id = ?", ShopDirectory::read, shopId);
        return known.isPresent() ? known : ask(shopId);
    }

    /** Takes in what the user-service tells, unless something newer is known. */
    void learn(Shop shop) {
        sql.update(
                """
                INSERT INTO known_shop (id, slug, name, time_zone, currency, address, phone, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, name = excluded.name,
                    time_zone = excluded.time_zone, currency = excluded.currency, address = excluded.address,
                    phone = excluded.phone, version = excluded.version
                WHERE known_shop.version < excluded.version
                """,
                shop.shopId(),
                shop.slug(),
                shop.name(),
                shop.timeZone().getId(),
                shop.currency(),
                shop.address(),
                shop.phone(),
                shop.version());
    }

    private Optional<Shop> ask(UUID shopId) {
        try {
            Optional<Shop> shop = userService.shop(shopId);
            shop.ifPresent(this::learn);
            return shop;
        } catch (ProblemException known) {
            throw known;
        } catch (RuntimeException unreachable) {
            throw new ProblemException(
                            ErrorCode.UNAVAILABLE, "The shop's data cannot be read right now; try again in a moment.")
                    .header("Retry-After", "2");
        }
    }

    private static Shop read(ResultSet row) throws SQLException {
        return new Shop(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getString("name"),
                ZoneId.of(row.getString("time_zone")),
                row.getString("currency"),
                row.getString("address"),
                row.getString("phone"),
                row.getLong("version"));
    }
}
