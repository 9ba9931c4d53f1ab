package com.bookedbarber.local.live;

import com.bookedbarber.local.client.SuiteClient;
import com.bookedbarber.local.stack.Service;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** {@code ./dev live}, as docs/development.md tells it: save a file, send a request, and it is compiled and running. */
@Tag("stack")
class LiveReloadTest {

    private static final Duration STARTED = Duration.ofSeconds(100);

    /** It looks for changed files at most every two seconds. */
    private static final Duration RELOADED = Duration.ofSeconds(25);

    private static final String RESOURCE =
            "user-service/src/main/java/com/bookedbarber/user/session/SessionResource.java";
    private static final String BEFORE = "The refresh token is no longer good; sign in again.";
    private static final String AFTER = "This is what was saved a moment ago.";

    @TempDir
    Path folder;

    @Test
    void shouldAnswerWithWhatWasSavedAMomentAgo() throws IOException {
        var checkout = Checkout.copiedTo(folder);
        try (var live = LiveService.start(Service.USER, checkout, Path.of("target/live/user-service.log"))) {
            awaitAnswer(live, BEFORE, STARTED);
            var processes = live.processes();

            checkout.change(RESOURCE, BEFORE, AFTER);

            awaitAnswer(live, AFTER, RELOADED);
            assertThat(live.processes()).as("nothing was started again").isEqualTo(processes);
        }
    }

    private static void awaitAnswer(LiveService live, String expected, Duration patience) {
        await().atMost(patience)
                .failFast(() -> assertThat(live.isAlive()).as(live::output).isTrue())
                .untilAsserted(() -> assertThat(answer(live)).as(live::output).isEqualTo(expected));
    }

    /** What the service says to somebody whose refresh token it does not know; empty while it is not there. */
    private static String answer(LiveService live) {
        try {
            return SuiteClient.of(live.url())
                    .post("/api/v1/auth/refresh", Map.of("refreshToken", "unknown"))
                    .text("/detail");
        } catch (UncheckedIOException e) {
            return "";
        }
    }
}
