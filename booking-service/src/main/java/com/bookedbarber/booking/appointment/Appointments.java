package com.bookedbarber.booking.appointment;

import com.bookedbarber.booking.client.Client;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stored appointments. */
@ApplicationScoped
public class Appointments {

    static final String SELECT = "SELECT a.*, b.display_name FROM appointment a JOIN barber b ON b.id = a.barber_id ";

    /**
     * The barber is looked up in a query of its own: a joined row would be the old barber's when the lock was waited for
     * while the appointment went to another one, and the join would find nothing.
     */
    private static final String LOCK = """
            SELECT a.*, (SELECT b.display_name FROM barber b WHERE b.id = a.barber_id) AS display_name
            FROM appointment a WHERE a.id = ? FOR NO KEY UPDATE
            """;

    /** Always in the same order, so that nobody waits for a second turn while holding the one that the other wants. */
    private static final String TAKE_TURNS = """
            SELECT pg_advisory_xact_lock(turn)
            FROM (SELECT hashtextextended(barber_id::text, 0) AS turn FROM appointment WHERE id = ?
                UNION SELECT hashtextextended(?::uuid::text, 0) ORDER BY turn) turns
            """;

    private final Sql sql;
    private final AppointmentJson json;

    Appointments(Sql sql, AppointmentJson json) {
        this.sql = sql;
        this.json = json;
    }

    /** The appointment, if there is one. */
    public Optional<Appointment> find(UUID id) {
        return sql.one(SELECT + "WHERE a.id = ?", this::read, id);
    }

    /** The appointment; 404 if there is none. */
    public Appointment require(UUID id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("appointment"));
    }

    /** The appointment, which nobody else changes until the running transaction ends. */
    Optional<Appointment> lock(UUID id) {
        return sql.one(LOCK, this::read, id);
    }

    /**
     * Locks the appointment as {@link #lock} does, to write a time that counts. Those who write times of one barber take
     * turns until their transactions end. Otherwise two of them could each wait for the other's unfinished time, which
     * PostgreSQL only notices after a second. Freeing a time needs no turn: it waits for nobody.
     *
     * @param newBarber whose time is written besides that of the barber it has now, or null
     */
    Optional<Appointment> lockInTurn(UUID id, UUID newBarber) {
        sql.list(TAKE_TURNS, row -> 0, id, newBarber);
        return lock(id);
    }

    /** Several appointments. */
    public List<Appointment> list(String where, Object... parameters) {
        return sql.list(SELECT + where, this::read, parameters);
    }

    /** Writes what a move may change. */
    void update(Appointment changed) {
        sql.update(
                """
                UPDATE appointment SET barber_id = ?, services = ?::jsonb, starts_at = ?, ends_at = ?, busy_from = ?,
                    busy_to = ?, status = ?, price = ?, deposit = ?, paid = ?, refund = ?, fee = ?, version = ?
                WHERE id = ?
                """,
                changed.barberId(),
                json.write(changed.services()),
                changed.time().startsAt(),
                changed.time().endsAt(),
                changed.time().busyFrom(),
                changed.time().busyTo(),
                changed.status().wireName(),
                changed.charges().price(),
                changed.charges().deposit(),
                changed.charges().paid(),
                changed.charges().refund(),
                changed.charges().fee(),
                changed.version(),
                changed.id());
    }

    /** Whether it was moved to another time after it had that version. */
    public boolean isMovedSince(UUID id, long version) {
        return sql.one(
                        "SELECT 1 FROM appointment_audit WHERE appointment_id = ? AND version > ? AND action = ? LIMIT 1",
                        row -> true,
                        id,
                        version,
                        Act.RESCHEDULE)
                .isPresent();
    }

    /** Whether the client has ever been in the shop. */
    boolean hasVisited(UUID clientRecordId) {
        return sql.one(
                        "SELECT 1 FROM appointment WHERE client_record_id = ? AND status = 'completed' LIMIT 1",
                        row -> true,
                        clientRecordId)
                .isPresent();
    }

    Appointment read(ResultSet row) throws SQLException {
        return new Appointment(
                row.getObject("id", UUID.class),
                row.getObject("shop_id", UUID.class),
                row.getObject("barber_id", UUID.class),
                row.getString("display_name"),
                client(row),
                json.services(row.getString("services")),
                time(row),
                AppointmentStatus.ofWireName(row.getString("status")).orElseThrow(),
                Sql.instant(row, "hold_expires_at"),
                charges(row),
                json.cancellation(row.getString("cancellation")),
                row.getBoolean("any_barber"),
                row.getString("notes"),
                Sql.instant(row, "created_at"),
                row.getLong("version"));
    }

    private static Client client(ResultSet row) throws SQLException {
        String zone = row.getString("client_time_zone");
        return new Client(
                row.getObject("client_record_id", UUID.class),
                row.getObject("client_id", UUID.class),
                row.getString("client_name"),
                row.getString("client_email"),
                row.getString("client_phone"),
                zone == null ? null : ZoneId.of(zone));
    }

    private static VisitTime time(ResultSet row) throws SQLException {
        Instant startsAt = Sql.instant(row, "starts_at");
        return new VisitTime(
                startsAt,
                Sql.instant(row, "ends_at"),
                Sql.instant(row, "busy_from"),
                Sql.instant(row, "busy_to"),
                ZoneId.of(row.getString("time_zone")));
    }

    private static Charges charges(ResultSet row) throws SQLException {
        return new Charges(
                row.getString("currency"),
                row.getLong("price"),
                row.getLong("deposit"),
                row.getLong("paid"),
                row.getObject("refund", Long.class),
                row.getObject("fee", Long.class));
    }
}
