package com.bookedbarber.payment.provider;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class ProviderReadinessTest {

    @Test
    void shouldAskForAChoice() {
        assertThat(findings(null, null)).singleElement().asString().contains("BB_PROVIDER");
    }

    @Test
    void shouldAcceptTheSandboxWhenItIsChosen() {
        assertThat(findings("sandbox", null)).isEmpty();
    }

    @Test
    void shouldAskForStripesSecrets() {
        assertThat(findings("stripe", null)).singleElement().asString().contains("STRIPE_SECRET_KEY");
        assertThat(findings("stripe", "a secret")).isEmpty();
    }

    private static Stream<String> findings(String chosen, String secret) {
        return new ProviderReadiness(Optional.ofNullable(chosen), new Secrets(Optional.ofNullable(secret))).findings();
    }

    private record Secrets(Optional<String> key) implements StripeConfig {

        @Override
        public URI api() {
            return URI.create("http://localhost");
        }

        @Override
        public Optional<String> webhookSecret() {
            return key;
        }

        @Override
        public Duration webhookTolerance() {
            return Duration.ofMinutes(5);
        }
    }
}
