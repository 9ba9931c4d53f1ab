package com.bookedbarber.gateway;

import com.bookedbarber.gateway.edge.FrontDoor;
import com.bookedbarber.gateway.world.Call;
import com.bookedbarber.gateway.world.Origin;
import com.bookedbarber.gateway.world.Received;
import com.bookedbarber.gateway.world.Suite;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** The gateway with OpenTelemetry switched on, as an operator would by its environment. */
@QuarkusTest
@WithTestResource(Suite.class)
@TestProfile(TracingTest.SwitchedOn.class)
class TracingTest {

    /** The services' process takes the spans too. */
    public static final class SwitchedOn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.otel.sdk.disabled", "false",
                    "quarkus.otel.exporter.otlp.protocol", "http/protobuf",
                    "quarkus.otel.exporter.otlp.endpoint", "${bb.gateway.upstream.user.url}",
                    "quarkus.otel.bsp.schedule.delay", "100ms");
        }
    }

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";

    private final Origin origin = Suite.origin();

    @Inject
    FrontDoor door;

    @BeforeEach
    void forget() {
        origin.forget();
    }

    @Test
    void shouldTakePartInTheTraceOfTheClientAndExportASpanOfIt() {
        Call.get("/api/v1/shops")
                .header("traceparent", "00-" + TRACE + "-" + PARENT + "-01")
                .send(door.port());

        List<String> parents = forwarded().header("traceparent");
        assertThat(parents).hasSize(1);
        assertThat(parents.getFirst()).startsWith("00-" + TRACE + "-").endsWith("-01");
        assertThat(parents.getFirst()).as("the service's parent is the gateway").doesNotContain(PARENT);
        Awaitility.await().until(() -> exported(TRACE));
    }

    @Test
    void shouldStartATraceWhereTheClientSendsNoneOrOneThatIsMalformed() {
        for (String sent : List.of("00-x", "00-" + "0".repeat(32) + "-" + PARENT + "-01")) {
            origin.forget();
            Call.get("/api/v1/shops").header("traceparent", sent).send(door.port());

            List<String> parents = forwarded().header("traceparent");
            assertThat(parents).hasSize(1);
            assertThat(parents.getFirst())
                    .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                    .doesNotContain("0".repeat(32));
            String trace = parents.getFirst().split("-")[1];
            Awaitility.await().until(() -> exported(trace));
        }
    }

    private Received forwarded() {
        return origin.received().stream()
                .filter(request -> request.target().equals("/api/v1/shops"))
                .findFirst()
                .orElseThrow();
    }

    /** Spans arrive as protobuf, in which an identifier is its bytes. */
    private boolean exported(String trace) {
        String identifier = new String(HexFormat.of().parseHex(trace), StandardCharsets.ISO_8859_1);
        return origin.received().stream()
                .anyMatch(request ->
                        request.target().equals("/v1/traces") && request.body().contains(identifier));
    }
}
