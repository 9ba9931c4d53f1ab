package com.bookedbarber.load.sql;

import com.bookedbarber.load.BenchException;
import org.postgresql.PGConnection;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Statements of the administrator of one database, within one schema. One thread at a time. */
public final class AdminSql implements AutoCloseable {

    private final Connection connection;

    /** Over a connection that it closes at its end. */
    public AdminSql(Connection connection, String schema) {
        this.connection = connection;
        execute("SET search_path = " + schema + ", extensions");
    }

    /** What is done in one transaction. */
    public interface Work {
        void run();
    }

    /** All or nothing. */
    public void inTransaction(Work work) {
        try {
            connection.setAutoCommit(false);
            try {
                work.run();
                connection.commit();
            } catch (RuntimeException failure) {
                undo(failure);
                throw failure;
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void undo(RuntimeException failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // What broke the work is what has to be told.
            failure.addSuppressed(e);
        }
    }

    public void execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    public int update(String sql, Object... values) {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The rows, as texts. */
    public List<List<String>> rows(String sql, Object... values) {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            var found = new ArrayList<List<String>>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var row = new ArrayList<String>();
                    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        row.add(rows.getString(column));
                    }
                    found.add(row);
                }
            }
            return found;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The only number a query answers. */
    public long number(String sql, Object... values) {
        return Long.parseLong(rows(sql, values).getFirst().getFirst());
    }

    /** Sends rows in the format of COPY; answers how many there were. */
    public long copy(String sql, Iterator<CopyRow> rows) {
        try {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            try {
                while (rows.hasNext()) {
                    var bytes = rows.next().toString().getBytes(StandardCharsets.UTF_8);
                    copy.writeToCopy(bytes, 0, bytes.length);
                }
                return copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static BenchException failure(SQLException e) {
        return new BenchException("The database refused: " + e.getMessage(), e);
    }
}
