package com.bookedbarber.payment.provider;

import com.bookedbarber.platform.config.ProductionReadiness.ProductionCheck;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Production has to choose who moves its money. The sandbox will do where somebody says so; Stripe without its secrets
 * would take payments that nobody hears of again.
 */
@ApplicationScoped
class ProviderReadiness implements ProductionCheck {

    private final Optional<String> chosen;
    private final StripeConfig stripe;

    ProviderReadiness(@ConfigProperty(name = "BB_PROVIDER") Optional<String> chosen, StripeConfig stripe) {
        this.chosen = chosen;
        this.stripe = stripe;
    }

    @Override
    public Stream<String> findings() {
        if (chosen.isEmpty()) {
            return Stream.of(
                    "No payment provider is chosen: set BB_PROVIDER to stripe, or to sandbox to move no money.");
        }
        boolean complete = stripe.key().isPresent() && stripe.webhookSecret().isPresent();
        return chosen.get().equals("stripe") && !complete
                ? Stream.of("BB_PROVIDER is stripe, but STRIPE_SECRET_KEY or STRIPE_WEBHOOK_SECRET is not set.")
                : Stream.empty();
    }
}
