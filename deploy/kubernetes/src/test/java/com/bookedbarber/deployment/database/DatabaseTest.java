package com.bookedbarber.deployment.database;

import com.bookedbarber.deployment.Project;
import com.bookedbarber.deployment.manifest.Overlay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The database's connections are enough for every pod and not more than it takes. */
class DatabaseTest {

    private static final List<String> WITH_DATABASE = Project.SERVICES.subList(0, 4);

    /** Migrations of starting pods, replication, the operator, an administrator, PostgreSQL's reserve. */
    private static final int OTHERS = 40;

    private final int poolOfAPod = Integer.parseInt(
            Project.properties("platform/service/src/main/resources/META-INF/microprofile-config.properties")
                    .getProperty("quarkus.datasource.jdbc.max-size"));

    @ParameterizedTest
    @EnumSource(names = {"STAGING", "PRODUCTION"})
    void shouldTakeTheConnectionsOfAllPodsInAReleaseThoughOnePoolerIsMissing(Overlay overlay) {
        var pooler = overlay.one(Pooler.class, "database-pooler").spec();
        int pods = WITH_DATABASE.stream().mapToInt(overlay::mostPods).sum();

        int offered = (pooler.instances() - 1) * pooler.pgbouncer().parameter("max_client_conn");

        assertThat(offered).isGreaterThanOrEqualTo(pods * poolOfAPod);
    }

    @ParameterizedTest
    @EnumSource(names = {"STAGING", "PRODUCTION"})
    void shouldReplacePoolersWithoutEverHavingMoreOfThem(Overlay overlay) {
        var rolling = overlay.one(Pooler.class, "database-pooler")
                .spec()
                .deploymentStrategy()
                .getRollingUpdate();

        assertThat(rolling.getMaxSurge().getIntVal()).isZero();
        assertThat(rolling.getMaxUnavailable().getIntVal()).isOne();
    }

    @ParameterizedTest
    @EnumSource(names = {"STAGING", "PRODUCTION"})
    void shouldNotOpenMoreConnectionsThanPostgresTakes(Overlay overlay) {
        var pooler = overlay.one(Pooler.class, "database-pooler").spec();
        var database = overlay.one(Cluster.class, "database").spec();

        int opened = pooler.instances() * pooler.pgbouncer().parameter("default_pool_size") * WITH_DATABASE.size();

        assertThat(opened + OTHERS)
                .isLessThanOrEqualTo(
                        Integer.parseInt(database.postgresql().parameters().get("max_connections")));
    }

    @ParameterizedTest
    @EnumSource(names = {"STAGING", "PRODUCTION"})
    void shouldGiveEachServiceARoleWithAPasswordFromItsOwnSecret(Overlay overlay) {
        var roles = overlay.one(Cluster.class, "database").spec().managed().roles();

        assertThat(roles)
                .extracting(role -> role.passwordSecret().name())
                .containsExactlyElementsOf(WITH_DATABASE.stream()
                        .map(service -> service + "-database")
                        .toList());
        assertThat(roles)
                .extracting(Cluster.Role::name)
                .containsExactlyElementsOf(WITH_DATABASE.stream()
                        .map(service -> service.replace('-', '_'))
                        .toList());
        assertThat(roles).allMatch(role -> role.login() && role.ensure().equals("present"));
    }

    @ParameterizedTest
    @EnumSource(names = {"STAGING", "PRODUCTION"})
    void shouldSendRequestsThroughThePoolerAndMigrationsPastIt(Overlay overlay) {
        assertThat(overlay.settings())
                .containsEntry("DB_URL", "jdbc:postgresql://database-pooler:5432/bookedbarber")
                .containsEntry("QUARKUS_FLYWAY_JDBC_URL", "jdbc:postgresql://database-rw:5432/bookedbarber");
        assertThat(overlay.one(Pooler.class, "database-pooler")
                        .spec()
                        .pgbouncer()
                        .poolMode())
                .isEqualTo("transaction");
    }

    @Test
    void shouldSurviveTheLossOfANodeInProduction() {
        var database = Overlay.PRODUCTION.one(Cluster.class, "database").spec();

        assertThat(database.instances()).isGreaterThanOrEqualTo(3);
        assertThat(database.postgresql().synchronous().number()).isPositive();
        assertThat(database.affinity().podAntiAffinityType()).isEqualTo("required");
        assertThat(Overlay.PRODUCTION.all(ScheduledBackup.class)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deploy/kubernetes/components/database/bootstrap.sql",
                "deploy/kubernetes/overlays/local/stores/bootstrap.sql",
                "deploy/compose/database/10-bootstrap.sql"
            })
    void shouldBootstrapEveryDatabaseWithTheSameStatements(String copy) {
        assertThat(Project.text(copy))
                .isEqualTo(Project.text(
                        "platform/stores/src/main/resources/com/bookedbarber/platform/stores/bootstrap.sql"));
    }
}
