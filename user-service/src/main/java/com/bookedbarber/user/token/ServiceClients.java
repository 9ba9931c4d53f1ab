package com.bookedbarber.user.token;

import com.bookedbarber.platform.hash.Sha256;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import jakarta.enterprise.context.ApplicationScoped;

import java.security.MessageDigest;
import java.util.Map;
import java.util.stream.Stream;

/** The services that may ask for tokens of their own. */
@ApplicationScoped
class ServiceClients {

    private static final String NOBODYS_SECRET = "";

    private final Map<String, String> secrets;

    ServiceClients(Registered registered) {
        this.secrets = Map.copyOf(registered.secrets());
    }

    /** Whether the secret is that of the client; takes the same time for whatever it is compared with. */
    boolean isGenuine(String client, String secret) {
        String expected = secrets.getOrDefault(client, NOBODYS_SECRET);
        return MessageDigest.isEqual(Sha256.of(expected), Sha256.of(secret)) & !expected.isEmpty();
    }

    /** The clients whose secret anybody can read in the source. */
    Stream<String> withLocalSecret() {
        return secrets.entrySet().stream()
                .filter(client -> client.getValue().equals("local-" + client.getKey()))
                .map(Map.Entry::getKey)
                .sorted();
    }

    /** The configured clients. */
    @ConfigMapping(prefix = "bb.clients")
    interface Registered {

        /** Secrets by client id. */
        @WithParentName
        Map<String, String> secrets();
    }
}
