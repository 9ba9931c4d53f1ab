package com.bookedbarber.user.token;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class TokenReadinessTest {

    @Test
    void shouldFindEverythingThatIsNotFitForProduction() {
        TokenReadiness readiness =
                new TokenReadiness(config(null), clients("local-booking-service"), Optional.of("local"));

        assertThat(readiness.findings())
                .hasSize(3)
                .anyMatch(finding -> finding.contains("BB_SIGNING_KEY"))
                .anyMatch(finding -> finding.contains("BB_CLIENT_BOOKING_SERVICE_SECRET"))
                .anyMatch(finding -> finding.contains("DB_PASSWORD"));
    }

    @Test
    void shouldFindNothingInASoundConfiguration() {
        TokenReadiness readiness =
                new TokenReadiness(config("a key"), clients("well kept"), Optional.of("well kept too"));

        assertThat(readiness.findings()).isEmpty();
    }

    private static ServiceClients clients(String secret) {
        return new ServiceClients(() -> Map.of("booking-service", secret));
    }

    private static TokenConfig config(String key) {
        return new TokenConfig() {
            @Override
            public Optional<String> signingKey() {
                return Optional.ofNullable(key);
            }

            @Override
            public Optional<String> nextSigningKey() {
                return Optional.empty();
            }

            @Override
            public Duration accessLifetime() {
                return Duration.ofMinutes(15);
            }
        };
    }
}
