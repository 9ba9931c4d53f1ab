package com.bookedbarber.local.stack;

import com.bookedbarber.local.console.Console;
import com.bookedbarber.platform.stores.Durability;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What the launcher keeps on disk, and what it makes of what it finds there. */
class StackFilesTest {

    @TempDir
    Path home;

    private Folders folders;
    private RunFolder run;

    @BeforeEach
    void emptyFolders() {
        folders = Folders.of(home);
        run = new RunFolder(folders.run());
    }

    @Test
    void shouldFindAProcessByItsName() throws IOException {
        var process = sleeper();
        run.remember("booking-service", process.toHandle());

        assertThat(Files.readString(home.resolve(".local/run/booking-service.pid")))
                .isEqualTo(process.pid() + "\n");
        assertThat(run.find("booking-service")).contains(process.toHandle());
        assertThat(run.names()).containsExactly("booking-service");
        process.destroyForcibly();
    }

    @Test
    void shouldStopAProcessAndForgetIt() throws Exception {
        var process = sleeper();
        run.remember("redis", process.toHandle());

        run.stop("redis");

        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(run.names()).isEmpty();
    }

    @Test
    void shouldAskAllToEndBeforeItWaitsForOne() throws Exception {
        var asked = home.resolve("asked");
        var first = endingBy("until [ -e %s ]; do sleep 0.05; done".formatted(asked), "first");
        var second = endingBy("touch " + asked, "second");
        run.remember("analytics-service", first.toHandle());
        run.remember("booking-service", second.toHandle());

        run.stop(List.of("analytics-service", "booking-service"));

        // Not made to: the first ends only once the second has been asked.
        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(run.names()).isEmpty();
    }

    @Test
    void shouldNotTakeAProcessThatWasGivenAnOldNumberForTheOldOne() throws IOException {
        var stranger = sleeper();
        run.remember("gateway", stranger.toHandle());
        Files.setLastModifiedTime(
                home.resolve(".local/run/gateway.pid"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

        assertThat(run.find("gateway")).isEmpty();
        run.stop("gateway");

        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    @Test
    void shouldStopWhatAKilledRunLeftRunning() throws Exception {
        var orphan = sleeper();
        run.remember("user-service", orphan.toHandle());

        new Stack(Addresses.free(), folders, Durability.THROW_AWAY, "demo", Console.silent()).clearLeftovers();

        assertThat(orphan.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(run.names()).isEmpty();
    }

    @Test
    void shouldNameEveryTakenPortAndWhoNeedsIt() throws IOException {
        try (var first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var second = new ServerSocket(0, 1)) {
            var needed = new TreeMap<>(Map.of(first.getLocalPort(), "gateway", second.getLocalPort(), "user-service"));

            assertThatThrownBy(() -> Ports.requireFree(needed))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining(first.getLocalPort() + " (for gateway)")
                    .hasMessageContaining(second.getLocalPort() + " (for user-service)");
        }
    }

    @Test
    void shouldSayWhatIsMissingWhenAServiceIsNotBuilt() {
        var processes = new ServiceProcesses(Addresses.free(), folders, "demo");

        assertThatThrownBy(() -> processes.start(Service.PAYMENT))
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith("payment-service is not built");
    }

    @Test
    void shouldKeepTheSigningKeyToItsOwner() throws IOException {
        var key = SigningKey.in(folders.keys());
        var content = Files.readString(key);

        assertThat(content).startsWith("-----BEGIN PRIVATE KEY-----\n").endsWith("\n-----END PRIVATE KEY-----\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(SigningKey.in(folders.keys()))).isEqualTo(content);
    }

    @Test
    void shouldUseAnAotCacheOnlyForTheFilesItWasRecordedWith() throws IOException {
        var app = Files.createDirectories(folders.app().apply(Service.USER));
        var jar = Files.writeString(app.resolve("quarkus-run.jar"), "a jar");
        var cache = new AotCache(Service.USER, folders);

        assertThat(cache.recorded()).as("nothing was written").isFalse();
        Files.writeString(cache.file(), "a cache");
        assertThat(cache.fits()).as("not known to be complete").isFalse();
        assertThat(cache.recorded()).isTrue();
        assertThat(cache.fits()).isTrue();

        Files.writeString(jar, "another jar");
        assertThat(cache.fits()).isFalse();
    }

    /** A process that does this when it is asked to end. */
    private Process endingBy(String goodbye, String name) throws IOException {
        var ready = home.resolve(name);
        var script = "trap '%s; exit 0' TERM; touch %s; while :; do sleep 0.05; done".formatted(goodbye, ready);
        var process = new ProcessBuilder("sh", "-c", script).start();
        await().until(() -> Files.exists(ready));
        return process;
    }

    private static Process sleeper() throws IOException {
        return new ProcessBuilder("sleep", "60").start();
    }
}
