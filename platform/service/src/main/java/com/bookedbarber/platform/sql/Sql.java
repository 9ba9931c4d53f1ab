package com.bookedbarber.platform.sql;

import jakarta.enterprise.context.ApplicationScoped;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plain SQL on the service's data source, for the statements that are clearer or faster than entities.
 *
 * <p>Inside a transaction every call uses the transaction's connection. {@link Instant} parameters become
 * {@code timestamptz}, lists of a kind are best passed as arrays.
 */
@ApplicationScoped
public class Sql {

    private final DataSource dataSource;

    Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Runs a statement; the number of rows it changed. */
    public int update(String statement, Object... parameters) {
        return with(statement, parameters, PreparedStatement::executeUpdate);
    }

    /** The rows of a query. */
    public <T> List<T> list(String query, Row<T> row, Object... parameters) {
        return with(query, parameters, prepared -> {
            try (ResultSet rows = prepared.executeQuery()) {
                List<T> items = new ArrayList<>();
                while (rows.next()) {
                    items.add(row.read(rows));
                }
                return items;
            }
        });
    }

    /** The first row of a query, or nothing. */
    public <T> Optional<T> one(String query, Row<T> row, Object... parameters) {
        List<T> rows = list(query, row, parameters);
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.getFirst());
    }

    /** The instant in a column, or null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        java.time.OffsetDateTime value = row.getObject(column, java.time.OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private <T> T with(String statement, Object[] parameters, Work<T> work) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameter(parameters[i]));
            }
            return work.on(prepared);
        } catch (SQLException failure) {
            throw new SqlFailure(failure);
        }
    }

    private static Object parameter(Object value) {
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        /** The value of the row that the result set stands on. */
        T read(ResultSet row) throws SQLException;
    }

    private interface Work<T> {
        T on(PreparedStatement prepared) throws SQLException;
    }
}
