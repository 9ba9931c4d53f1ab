package com.bookedbarber.user.token;

import com.bookedbarber.platform.config.ProductionReadiness.ProductionCheck;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps a production start from signing with a throw-away key, and from secrets that anybody can read in the source. */
@ApplicationScoped
class TokenReadiness implements ProductionCheck {

    private final TokenConfig config;
    private final ServiceClients clients;
    private final Optional<String> databasePassword;

    TokenReadiness(
            TokenConfig config,
            ServiceClients clients,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> databasePassword) {
        this.config = config;
        this.clients = clients;
        this.databasePassword = databasePassword;
    }

    @Override
    public Stream<String> findings() {
        Stream<String> key = config.signingKey().isPresent()
                ? Stream.empty()
                : Stream.of("Tokens need a signing key: set BB_SIGNING_KEY to a PKCS#8 PEM or its path.");
        Stream<String> secrets = clients.withLocalSecret().map(TokenReadiness::readable);
        Stream<String> database = databasePassword.stream()
                .filter("local"::equals)
                .map(password -> "The database password is the local one: set DB_PASSWORD.");
        return Stream.of(key, secrets, database).flatMap(finding -> finding);
    }

    private static String readable(String client) {
        return "The secret of " + client + " is the local one: set BB_CLIENT_"
                + client.toUpperCase(Locale.ROOT).replace('-', '_') + "_SECRET.";
    }
}
