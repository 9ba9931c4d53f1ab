package com.bookedbarber.load;

import com.bookedbarber.load.sql.AdminSql;
import com.bookedbarber.platform.stores.Stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** The booking-service's own tables in a database of their own: what it migrates to, run as it stands there. */
public final class BookingSchema {

    private static final List<String> MIGRATIONS = List.of(
            "platform/service/src/main/resources/db/platform/shop", "booking-service/src/main/resources/db/booking");

    private BookingSchema() {}

    public static AdminSql create() {
        try {
            var sql = new AdminSql(Stores.shared().newDatabase("load").connectAsAdmin(), "booking");
            for (var folder : MIGRATIONS) {
                try (var files = Files.list(Path.of("../..").resolve(folder))) {
                    files.sorted().forEach(file -> sql.execute(read(file)));
                }
            }
            return sql;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
