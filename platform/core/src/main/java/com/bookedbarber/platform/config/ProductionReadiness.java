package com.bookedbarber.platform.config;

import io.quarkus.arc.All;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.util.List;
import java.util.stream.Stream;

/**
 * Stops a production start that would run on development secrets.
 *
 * <p>Every {@link ProductionCheck} is asked at start. A finding aborts the start, unless the instance says that it is a
 * local one ({@code bb.environment=local}).
 */
@ApplicationScoped
public class ProductionReadiness {

    private final List<ProductionCheck> checks;
    private final String environment;

    ProductionReadiness(
            @All List<ProductionCheck> checks,
            @ConfigProperty(name = "bb.environment", defaultValue = "production") String environment) {
        this.checks = checks;
        this.environment = environment;
    }

    void onStart(@Observes @Priority(1) StartupEvent start) {
        if (LaunchMode.current() == LaunchMode.NORMAL && !environment.equals("local")) {
            List<String> findings =
                    checks.stream().flatMap(ProductionCheck::findings).toList();
            if (!findings.isEmpty()) {
                throw new IllegalStateException("This is not fit for production: " + String.join(" ", findings)
                        + " Set BB_ENVIRONMENT=local if this is a local stack.");
            }
        }
    }

    /** Something that has to be true in production. */
    public interface ProductionCheck {
        /** A sentence for everything that is not as it has to be: what, and which variable mends it. */
        Stream<String> findings();
    }
}
