package com.bookedbarber.platform.stores;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** Starting, stopping and surviving what a killed run leaves behind. */
@Tag("stack")
class EmbeddedStoresTest {

    @TempDir
    Path folder;

    @Test
    void shouldShareOnePairPerBuild() {
        assertThat(Stores.shared().ports()).isEqualTo(Stores.shared().ports());
        assertThat(EmbeddedRedis.answers(
                        Integer.parseInt(Stores.shared().redisUrl().replaceAll(".*:", ""))))
                .isTrue();
    }

    @Test
    void shouldKeepDataAndStopTheServerAKilledRunLeftBehind() throws Exception {
        var forgotten = start(Durability.DURABLE);
        execute(forgotten, "CREATE TABLE kept (id int)");
        var orphan = forgotten.process().orElseThrow();

        try (var next = start(Durability.DURABLE)) {
            assertThat(orphan.isAlive()).isFalse();
            execute(next, "SELECT * FROM kept");
        }
    }

    @Test
    void shouldStartOverTheLockOfAServerThatIsGone() throws Exception {
        start(Durability.THROW_AWAY).close();
        // This JVM's id stands for a process that was given the dead server's number.
        Files.writeString(
                data().resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");

        try (var next = start(Durability.THROW_AWAY)) {
            assertThat(next.process()).isPresent();
        }
    }

    @Test
    void shouldUnpackAnewWhatWasCutOff() throws Exception {
        var complete = Files.createDirectories(folder.resolve("PG-old"));
        Files.writeString(complete.resolve(".exists"), "");
        var cutOff = Files.createDirectories(folder.resolve("PG-new/lib"));
        Files.writeString(cutOff.resolve("libpq.so"), "half a libr");

        assertThat(new PostgresBinaries(folder).whileUnpacking(() -> Files.exists(cutOff)))
                .isFalse();
        assertThat(complete).exists();
    }

    @Test
    void shouldBeginAnewWhenTheFirstStartWasInterrupted() throws Exception {
        Files.createDirectories(data());
        Files.writeString(data().resolve("postgresql.conf"), "half a configur");

        try (var next = start(Durability.THROW_AWAY)) {
            assertThat(next.process()).isPresent();
        }
    }

    @Test
    void shouldStopRedisOnClose() throws Exception {
        var redis = EmbeddedRedis.start(FreePort.next(), folder, folder.resolve("redis.log"));
        redis.close();

        redis.process().onExit().get(5, TimeUnit.SECONDS);
        assertThat(EmbeddedRedis.answers(redis.port())).isFalse();
    }

    private EmbeddedPostgres start(Durability durability) {
        return EmbeddedPostgres.start(FreePort.next(), data(), folder.resolve("postgres.log"), durability);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws Exception {
        try (var connection = new Database(postgres.port(), "postgres").connectAsAdmin();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
