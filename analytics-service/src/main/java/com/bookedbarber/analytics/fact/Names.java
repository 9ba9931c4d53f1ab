package com.bookedbarber.analytics.fact;

import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What barbers and services are called. What their owner says wins over what an appointment mentions. */
@ApplicationScoped
class Names {

    private static final String RENAME = """
            INSERT INTO %1$s (%1$s_id, shop_id, name) VALUES (?, ?, ?)
            ON CONFLICT (%1$s_id) DO UPDATE SET name = excluded.name
            """;
    private static final String MENTION = """
            INSERT INTO %1$s (%1$s_id, shop_id, name)
            SELECT * FROM json_to_recordset(?::json) AS n (id uuid, "shopId" uuid, name text) ORDER BY id
            ON CONFLICT DO NOTHING
            """;

    private final Sql sql;
    private final JsonRows rows;

    Names(Sql sql, JsonRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    void barberChanged(BarberChanged changed) {
        sql.update(RENAME.formatted("barber"), changed.barberId(), changed.shopId(), changed.displayName());
    }

    void serviceChanged(ServiceChanged changed) {
        sql.update(RENAME.formatted("service"), changed.serviceId(), changed.shopId(), changed.name());
    }

    /** Takes in names that were never told otherwise. */
    void mentioned(List<AppointmentSnapshot> snapshots) {
        Map<UUID, Mention> barbers = new HashMap<>();
        Map<UUID, Mention> services = new HashMap<>();
        for (AppointmentSnapshot snapshot : snapshots) {
            note(barbers, snapshot.barberId(), snapshot.shopId(), snapshot.barberName());
            snapshot.lines().forEach(line -> note(services, line.serviceId(), snapshot.shopId(), line.name()));
        }
        sql.update(MENTION.formatted("barber"), rows.of(barbers.values()));
        sql.update(MENTION.formatted("service"), rows.of(services.values()));
    }

    private static void note(Map<UUID, Mention> mentions, UUID id, UUID shopId, String name) {
        if (name != null) {
            mentions.put(id, new Mention(id, shopId, name));
        }
    }

    /** A barber as the booking-service tells. */
    record BarberChanged(UUID barberId, UUID shopId, String displayName) {}

    /** A service as the booking-service tells. */
    record ServiceChanged(UUID serviceId, UUID shopId, String name) {}

    private record Mention(UUID id, UUID shopId, String name) {}
}
