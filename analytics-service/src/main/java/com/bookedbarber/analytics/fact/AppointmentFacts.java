package com.bookedbarber.analytics.fact;

import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The table of appointments. */
@ApplicationScoped
class AppointmentFacts {

    private static final String WRITE = """
            INSERT INTO appointment_fact (appointment_id, shop_id, version, barber_id, client_ref, status, counts,
                starts_at, day, minutes, price)
            SELECT * FROM json_to_recordset(?::json) AS f ("appointmentId" uuid, "shopId" uuid, version bigint,
                "barberId" uuid, "clientRef" text, status text, counts boolean, "startsAt" timestamptz, day date,
                minutes int, price bigint)
            ON CONFLICT (appointment_id) DO UPDATE SET version = excluded.version, barber_id = excluded.barber_id,
                client_ref = excluded.client_ref, status = excluded.status, counts = excluded.counts,
                starts_at = excluded.starts_at, day = excluded.day, minutes = excluded.minutes, price = excluded.price
            """;

    private static final String WRITE_SERVICES = """
            INSERT INTO appointment_service_fact (appointment_id, position, service_id, minutes, weight_before, weight,
                weight_of_all)
            SELECT * FROM json_to_recordset(?::json) AS f ("appointmentId" uuid, position int, "serviceId" uuid,
                minutes int, "weightBefore" bigint, weight bigint, "weightOfAll" bigint)
            """;

    private final Sql sql;
    private final JsonRows rows;

    AppointmentFacts(Sql sql, JsonRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** What is known of these appointments, as far as something is. */
    Map<UUID, AppointmentFact.Known> known(Set<UUID> appointmentIds) {
        Map<UUID, AppointmentFact.Known> known = new HashMap<>();
        sql.list(
                """
                SELECT appointment_id, version, counts, client_ref FROM appointment_fact
                WHERE appointment_id = ANY (?::uuid[])
                """,
                row -> known.put(
                        row.getObject("appointment_id", UUID.class),
                        new AppointmentFact.Known(
                                row.getLong("version"), row.getBoolean("counts"), row.getString("client_ref"))),
                (Object) texts(appointmentIds));
        return known;
    }

    /** Replaces what is known of these appointments. */
    void write(Collection<AppointmentFact> facts) {
        List<ServiceShare> services =
                facts.stream().flatMap(fact -> fact.services().stream()).toList();
        List<UUID> ids = facts.stream().map(AppointmentFact::appointmentId).toList();
        sql.update(WRITE, rows.of(facts));
        sql.update("DELETE FROM appointment_service_fact WHERE appointment_id = ANY (?::uuid[])", (Object) texts(ids));
        sql.update(WRITE_SERVICES, rows.of(services));
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
