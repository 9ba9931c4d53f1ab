package com.bookedbarber.payment;

import io.smallrye.config.ConfigMapping;

import java.time.Duration;

/** How payments are made. */
@ConfigMapping(prefix = "bb.payment")
public interface PaymentConfig {

    /** How long the provider is waited for. After that the client is told that the payment is being processed. */
    Duration providerTimeout();

    /**
     * How long after its beginning a payment or refund is looked after if nothing has come of it: longer than the
     * provider's timeout, or live requests are looked after as well.
     */
    Duration recoverAfter();

    /** How long a client has for what the provider asks of them; after that the payment is cancelled. */
    Duration actionExpiresAfter();
}
