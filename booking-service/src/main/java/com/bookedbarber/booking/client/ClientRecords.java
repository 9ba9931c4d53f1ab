package com.bookedbarber.booking.client;

import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** Finds a shop's record of a client. */
@ApplicationScoped
class ClientRecords {

    private static final String COLUMNS = "SELECT id, user_id, name, email, phone, time_zone FROM client_record ";

    private final Sql sql;

    ClientRecords(Sql sql) {
        this.sql = sql;
    }

    Optional<Client> ofUser(UUID shopId, UUID userId) {
        return sql.one(COLUMNS + "WHERE shop_id = ? AND user_id = ?", ClientRecords::read, shopId, userId);
    }

    /** @param email in lower case */
    Optional<Client> ofGuest(UUID shopId, String email) {
        return sql.one(
                COLUMNS + "WHERE shop_id = ? AND email = ? AND user_id IS NULL", ClientRecords::read, shopId, email);
    }

    private static Client read(ResultSet row) throws SQLException {
        String zone = row.getString("time_zone");
        return new Client(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                zone == null ? null : ZoneId.of(zone));
    }
}
