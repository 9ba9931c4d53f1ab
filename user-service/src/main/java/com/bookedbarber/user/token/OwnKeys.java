package com.bookedbarber.user.token;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.config.JWTAuthContextInfoProvider;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;

/** Lets this service verify tokens with the keys at hand, where the others fetch them from here. */
class OwnKeys {

    @Produces
    @Alternative
    @Priority(1)
    @ApplicationScoped
    JWTAuthContextInfo verification(JWTAuthContextInfoProvider configured, SigningKeys keys) {
        JWTAuthContextInfo verification = new JWTAuthContextInfo(configured.getContextInfo());
        verification.setPublicKeyLocation(null);
        verification.setPublicKeyContent(keys.keySet());
        return verification;
    }
}
