package com.bookedbarber.payment.provider;

import com.bookedbarber.platform.config.ProductionReadiness.ProductionCheck;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.util.stream.Stream;

/** Stripe without its secrets would take payments that nobody hears of again. */
@ApplicationScoped
class StripeReadiness implements ProductionCheck {

    private final String provider;
    private final StripeConfig config;

    StripeReadiness(@ConfigProperty(name = "bb.provider") String provider, StripeConfig config) {
        this.provider = provider;
        this.config = config;
    }

    @Override
    public Stream<String> findings() {
        return provider.equals("stripe")
                        && (config.key().isEmpty() || config.webhookSecret().isEmpty())
                ? Stream.of("BB_PROVIDER is stripe, but STRIPE_SECRET_KEY or STRIPE_WEBHOOK_SECRET is not set.")
                : Stream.empty();
    }
}
