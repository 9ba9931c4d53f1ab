package com.bookedbarber.gateway;

import com.bookedbarber.gateway.edge.FrontDoor;
import com.bookedbarber.gateway.world.Call;
import com.bookedbarber.gateway.world.Origin;
import com.bookedbarber.gateway.world.RawAnswer;
import com.bookedbarber.gateway.world.Suite;
import com.bookedbarber.gateway.world.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

/** The limits of the public API, as a client meets them. */
@QuarkusTest
@WithTestResource(Suite.class)
class LimitsTest {

    private final Origin origin = Suite.origin();

    @Inject
    FrontDoor door;

    @BeforeEach
    void forget() {
        origin.forget();
    }

    @Test
    void shouldAllowAHundredDashboardsAMinuteFromOneAddress() {
        String token = TestTokens.of("owner");
        for (int i = 0; i < 100; i++) {
            assertThat(dashboard(token, "127.0.0.41").status()).isEqualTo(200);
        }

        RawAnswer refused = dashboard(token, "127.0.0.41");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("RateLimit-Policy")).containsExactly("\"analytics\";q=100;w=60");
        assertThat(refused.header("RateLimit").getFirst()).startsWith("\"analytics\";r=0;t=");
        assertThat(Integer.parseInt(refused.header("Retry-After").getFirst())).isBetween(1, 60);
        assertThat(dashboard(token, "127.0.0.42").status())
                .as("another address")
                .isEqualTo(200);
        assertThat(origin.received()).hasSize(101);
    }

    @Test
    void shouldSayWhatIsLeft() {
        RawAnswer answer = dashboard(TestTokens.of("owner"), "127.0.0.43");

        assertThat(answer.header("RateLimit")).containsExactly("\"analytics\";r=99;t=60");
    }

    @Test
    void shouldAllowFiveSignInsAMinuteForOneAccountWhereverTheyComeFrom() {
        for (int i = 0; i < 5; i++) {
            assertThat(login("Ann@Example.com", "127.0.0." + (50 + i)).status()).isEqualTo(200);
        }

        assertThat(login(" ann@example.com", "127.0.0.56").status()).isEqualTo(429);
        assertThat(login("bob@example.com", "127.0.0.56").status()).isEqualTo(200);
    }

    @Test
    void shouldAllowTwentySignInsAMinuteFromOneAddressWhateverTheAccount() {
        for (int i = 0; i < 20; i++) {
            assertThat(login("user" + i + "@example.com", "127.0.0.60").status())
                    .isEqualTo(200);
        }

        assertThat(login("user20@example.com", "127.0.0.60").status()).isEqualTo(429);
    }

    @Test
    void shouldCountUsersByTheirIdAndGuestsByTheirAddress() {
        for (int i = 0; i < 10; i++) {
            assertThat(book(null, "127.0.0.70").status()).isEqualTo(200);
        }
        assertThat(book(null, "127.0.0.70").status()).as("an eleventh guest").isEqualTo(429);

        String token = TestTokens.of("client");
        for (int i = 0; i < 30; i++) {
            assertThat(book(token, "127.0.0.70").status()).isEqualTo(200);
        }
        assertThat(book(token, "127.0.0.71").status())
                .as("a thirty-first of the user")
                .isEqualTo(429);
    }

    @Test
    void shouldAllowAgainWhenItSaysSo() {
        String shop = "/api/v1/shops/x/availability";
        for (int i = 0; i < 20; i++) {
            assertThat(Call.get(shop).from("127.0.0.80").send(door.port()).status())
                    .isEqualTo(200);
        }
        assertThat(Call.get(shop).from("127.0.0.80").send(door.port()).status()).isEqualTo(429);

        Awaitility.await()
                .atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(Call.get(shop)
                                .from("127.0.0.80")
                                .send(door.port())
                                .status())
                        .isEqualTo(200));
    }

    @Test
    void shouldBelieveOnlyOurOwnProxiesAboutTheAddress() {
        for (int i = 0; i < 3; i++) {
            register("127.0.0.9", "203.0.113.5");
        }
        assertThat(register("127.0.0.9", "203.0.113.5").status()).isEqualTo(429);
        assertThat(register("127.0.0.9", "203.0.113.5, 203.0.113.6").status())
                .as("the last hop counts")
                .isEqualTo(200);
        assertThat(register("127.0.0.9", "203.0.113.6, 127.0.0.9").status())
                .as("behind two proxies")
                .isEqualTo(200);
        assertThat(register("127.0.0.90", "203.0.113.5").status())
                .as("no proxy of ours")
                .isEqualTo(200);
        assertThat(origin.received().getLast().header("X-Forwarded-For")).containsExactly("127.0.0.90");
    }

    @Test
    void shouldNeverLimitHealth() {
        for (int i = 0; i < 200; i++) {
            assertThat(Call.get("/health").send(door.port()).status()).isEqualTo(200);
        }
    }

    @Test
    void shouldGoOnWithoutRedisAndComeBackToIt() {
        Suite.redis().close();
        try {
            for (int i = 0; i < 5; i++) {
                assertThat(login("eve@example.com", "127.0.0.95").status()).isEqualTo(200);
            }
            assertThat(login("eve@example.com", "127.0.0.95").status())
                    .as("still limited")
                    .isEqualTo(429);
            Awaitility.await()
                    .untilAsserted(() -> assertThat(readiness().body()).contains("\"redis\":\"degraded\""));
            assertThat(readiness().status()).isEqualTo(200);
        } finally {
            Suite.restartRedis();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(readiness().body()).contains("\"redis\":\"up\""));
    }

    private RawAnswer readiness() {
        return Call.get("/readiness").send(door.port());
    }

    private RawAnswer dashboard(String token, String address) {
        return Call.get("/api/v1/analytics/dashboard?shopId=1")
                .token(token)
                .from(address)
                .send(door.port());
    }

    private RawAnswer login(String email, String address) {
        return Call.post("/api/v1/auth/login", "{\"email\":\"" + email + "\",\"password\":\"x\"}")
                .from(address)
                .send(door.port());
    }

    private RawAnswer book(String token, String address) {
        Call call = Call.post("/api/v1/appointments", "{}").from(address);
        return (token == null ? call : call.token(token)).send(door.port());
    }

    private RawAnswer register(String peer, String forwardedFor) {
        return Call.post("/api/v1/auth/register", "{}")
                .header("X-Forwarded-For", forwardedFor)
                .from(peer)
                .send(door.port());
    }
}
