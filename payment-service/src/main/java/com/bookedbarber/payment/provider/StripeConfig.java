package com.bookedbarber.payment.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How Stripe is reached. With it {@code bb.payment.provider-timeout} wants to be about ten seconds. */
@ConfigMapping(prefix = "bb.stripe")
public interface StripeConfig {

    /** The API's address, without a path. */
    URI api();

    /** The secret key; needed if {@code bb.provider=stripe}. */
    Optional<String> key();

    /** The secret that webhooks are signed with; without it there is no webhook route. */
    Optional<String> webhookSecret();

    /** How old a webhook's signature may be. */
    @WithDefault("5M")
    Duration webhookTolerance();
}
