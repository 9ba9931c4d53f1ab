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

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(Suite.class)
class IdentityTest {

    private final Origin origin = Suite.origin();

    @Inject
    FrontDoor door;

    @BeforeEach
    void forget() {
        origin.forget();
    }

    @Test
    void shouldLetAGoodTokenThroughAndHandItOn() {
        String token = TestTokens.of("u-1");

        assertThat(me(token).status()).isEqualTo(200);
        assertThat(me(token).status()).as("remembered").isEqualTo(200);

        assertThat(origin.received().getFirst().header("Authorization")).containsExactly("Bearer " + token);
    }

    @Test
    void shouldRefuseWhatIsNotAGoodToken() {
        String good = TestTokens.of("u-1");
        assertRefused(me("nonsense"));
        assertRefused(me(TestTokens.expired("u-1")));
        assertRefused(me(TestTokens.foreign("u-1")));
        assertRefused(me(TestTokens.forged("u-1")));
        assertRefused(me(good.substring(0, good.lastIndexOf('.') + 1)));
        assertRefused(me("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1LTEifQ."));
        assertRefused(me("x".repeat(9000)));
        assertThat(origin.received()).isEmpty();
    }

    @Test
    void shouldRefuseABadTokenEvenWhereNoneIsNeeded() {
        assertRefused(Call.get("/api/v1/shops").token("nonsense").send(door.port()));
        assertRefused(
                Call.get("/api/v1/shops").header("Authorization", "Basic dTpw").send(door.port()));
    }

    @Test
    void shouldAskForATokenWhereOneIsNeeded() {
        RawAnswer answer = Call.get("/api/v1/users/me").send(door.port());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).containsExactly("Bearer realm=\"bookedbarber\"");
        assertThat(answer.body()).contains("urn:bookedbarber:problem:unauthenticated");
    }

    @Test
    void shouldFetchAKeyItDoesNotKnowYet() {
        assertThat(me(TestTokens.of("u-1")).status()).isEqualTo(200);
        String token = TestTokens.signedWithNewKey("u-2", "second");

        // Within a second of the last fetch an unknown key is not asked for again, so that nobody can make us ask.
        Awaitility.await().untilAsserted(() -> assertThat(me(token).status()).isEqualTo(200));
    }

    private RawAnswer me(String token) {
        return Call.get("/api/v1/users/me").token(token).send(door.port());
    }

    private static void assertRefused(RawAnswer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate").getFirst()).startsWith("Bearer realm=\"bookedbarber\", error=");
    }
}
