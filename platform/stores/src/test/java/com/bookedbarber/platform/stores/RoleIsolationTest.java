package com.bookedbarber.platform.stores;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A service's role can touch its own schema and nothing else. */
@Tag("stack")
class RoleIsolationTest {

    private static final String PERMISSION_DENIED = "42501";

    private static final Map<ServiceRole, Connection> connections = new EnumMap<>(ServiceRole.class);
    private static Database database;

    @BeforeAll
    static void everyServiceHasATable() throws SQLException {
        database = Stores.shared().newDatabase("isolation");
        for (var service : ServiceRole.values()) {
            connections.put(service, database.connectAs(service));
            execute(service, "CREATE TABLE secrets (id int); INSERT INTO secrets VALUES (1)");
        }
    }

    @AfterAll
    static void leave() throws SQLException {
        for (var connection : connections.values()) {
            connection.close();
        }
    }

    static Stream<Arguments> strangers() {
        return Arrays.stream(ServiceRole.values())
                .flatMap(owner -> Arrays.stream(ServiceRole.values())
                        .filter(other -> other != owner)
                        .map(other -> Arguments.of(other, owner)));
    }

    @ParameterizedTest(name = "{0} in the schema of {1}")
    @MethodSource("strangers")
    void shouldRefuseEveryOtherServicesSchema(ServiceRole stranger, ServiceRole owner) {
        var table = owner.schema() + ".secrets";

        assertRefused(stranger, "SELECT * FROM " + table);
        assertRefused(stranger, "INSERT INTO " + table + " VALUES (2)");
        assertRefused(stranger, "DROP TABLE " + table);
        assertRefused(stranger, "CREATE TABLE " + owner.schema() + ".planted (id int)");
        assertRefused(stranger, "SET ROLE " + owner.role());
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseThePublicSchemaNewSchemasAndNewRoles(ServiceRole service) {
        assertRefused(service, "CREATE TABLE public.planted (id int)");
        assertRefused(service, "CREATE TABLE extensions.planted (id int)");
        assertRefused(service, "CREATE SCHEMA planted");
        assertRefused(service, "CREATE TEMPORARY TABLE planted (id int)");
        assertRefused(service, "CREATE ROLE planted");
    }

    @ParameterizedTest
    @EnumSource
    void shouldOfferExclusionConstraintsOverIdsAndRanges(ServiceRole service) throws SQLException {
        execute(service, """
                CREATE TABLE visit (
                    barber_id uuid,
                    busy tstzrange,
                    EXCLUDE USING gist (barber_id WITH =, busy WITH &&)
                )""");

        assertThat(ask(service, "SELECT to_regclass('visit')::regclass::text")).isEqualTo("visit");
    }

    @ParameterizedTest
    @EnumSource
    void shouldEndLongWaitsAndForgottenTransactions(ServiceRole service) throws SQLException {
        assertThat(ask(service, "SHOW lock_timeout")).isEqualTo("3s");
        assertThat(ask(service, "SHOW idle_in_transaction_session_timeout")).isEqualTo("1min");
        assertThat(ask(service, "SHOW search_path")).isEqualTo(service.schema() + ", extensions");
    }

    @Test
    void shouldAskEverybodyForAPassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "postgres", "wrong")
                        .close())
                .isInstanceOf(SQLException.class)
                .extracting("SQLState")
                .isEqualTo("28P01");
    }

    @Test
    void shouldChangeNothingWhenBootstrappedAgain() throws SQLException {
        database.bootstrapped();

        assertThat(ask(ServiceRole.USER, "SELECT count(*) FROM secrets")).isEqualTo("1");
    }

    private static void assertRefused(ServiceRole service, String sql) {
        assertThatThrownBy(() -> execute(service, sql))
                .as("%s: %s", service, sql)
                .isInstanceOf(SQLException.class)
                .extracting("SQLState")
                .isEqualTo(PERMISSION_DENIED);
    }

    private static void execute(ServiceRole service, String sql) throws SQLException {
        try (var statement = connections.get(service).createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(ServiceRole service, String sql) throws SQLException {
        try (var statement = connections.get(service).createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
