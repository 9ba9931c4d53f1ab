package com.bookedbarber.user.session;

import com.bookedbarber.user.account.Profile;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.util.Optional;
import java.util.Set;

/** Who administers the platform: accounts marked in the database, or named by address in the configuration. */
@ApplicationScoped
class Administrators {

    private final Set<String> addresses;

    Administrators(@ConfigProperty(name = "bb.admin-emails") Optional<Set<String>> addresses) {
        this.addresses = addresses.orElse(Set.of());
    }

    /** An address alone proves nothing: it has to be verified. */
    boolean include(Profile profile) {
        return profile.admin()
                || (profile.emailVerified() && addresses.stream().anyMatch(profile.email()::equalsIgnoreCase));
    }
}
