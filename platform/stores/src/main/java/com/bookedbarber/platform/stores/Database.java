package com.bookedbarber.platform.stores;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One database of a server on loopback.
 *
 * @param port the server's port
 * @param name the database's name
 */
public record Database(int port, String name) {

    /** The administrator of an embedded server. */
    public static final String ADMIN = "postgres";

    /** The administrator's password on an embedded server, which listens on loopback only. */
    public static final String ADMIN_PASSWORD = "postgres";

    /** Bootstraps of several databases of one server touch the same roles, so they take turns under this lock. */
    private static final long BOOTSTRAP_LOCK = 0x626f6f6b65640aL;

    /** Its JDBC address, without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + port + "/" + name;
    }

    /** Signs in as the administrator. */
    public Connection connectAsAdmin() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), ADMIN, ADMIN_PASSWORD);
    }

    /** Signs in as one service. */
    public Connection connectAs(ServiceRole service) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), service.role(), ServiceRole.LOCAL_PASSWORD);
    }

    /** Creates it unless it exists, and makes sure that it has the services' roles, schemas and extensions. */
    Database bootstrapped() {
        try (var server = new Database(port, "postgres").connectAsAdmin();
                var onServer = server.createStatement()) {
            onServer.execute("SELECT pg_advisory_lock(" + BOOTSTRAP_LOCK + ")");
            createIfMissing(onServer);
            try (var database = connectAsAdmin();
                    var statement = database.createStatement()) {
                statement.execute(bootstrapSql());
                for (var service : ServiceRole.values()) {
                    statement.execute(
                            "ALTER ROLE " + service.role() + " PASSWORD '" + ServiceRole.LOCAL_PASSWORD + "'");
                }
            }
            return this;
        } catch (SQLException e) {
            throw new StoreException("Could not prepare database " + name + ": " + e.getMessage(), e);
        }
    }

    private void createIfMissing(Statement onServer) throws SQLException {
        try (var found = onServer.executeQuery("SELECT FROM pg_database WHERE datname = '" + name + "'")) {
            if (found.next()) {
                return;
            }
        }
        onServer.execute("CREATE DATABASE " + name);
    }

    /** The statements that make a database ready for the services, as shipped to production. */
    static String bootstrapSql() {
        try (var sql = Database.class.getResourceAsStream("bootstrap.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StoreException("bootstrap.sql cannot be read.", e);
        }
    }
}
