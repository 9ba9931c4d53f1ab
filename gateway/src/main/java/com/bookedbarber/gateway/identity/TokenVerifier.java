package com.bookedbarber.gateway.identity;

import com.bookedbarber.gateway.refusal.Refusal;
import com.bookedbarber.platform.problem.ErrorCode;
import io.vertx.core.Future;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Judges bearer tokens: signed by user-service with RS256, issued by it, not expired. Belongs to one event loop; a token
 * that was good once is looked up until it expires, which costs a hash instead of a signature check.
 */
public final class TokenVerifier {

    /** Longer than any token of ours; what is longer is not worth hashing. */
    private static final int LONGEST = 8 * 1024;

    private static final Refusal BAD = Refusal.of(ErrorCode.UNAUTHENTICATED, "The token is not valid or has expired.")
            .with("WWW-Authenticate", "Bearer realm=\"bookedbarber\", error=\"invalid_token\"");
    private static final Refusal NO_KEYS = Refusal.of(ErrorCode.UNAVAILABLE, "Sign-in cannot be checked at the moment.")
            .with("Retry-After", "2");

    private final SigningKeys keys;
    private final VerifiedTokens verified;
    private final JwtConsumer consumer;

    TokenVerifier(SigningKeys keys, IdentityConfig config) {
        this.keys = keys;
        this.verified = new VerifiedTokens(config.rememberedTokens());
        this.consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256))
                .setVerificationKeyResolver((signature, nesting) -> keys.known(signature.getKeyIdHeaderValue())
                        .orElseThrow(() -> new UnresolvableKeyException("unknown key")))
                .setExpectedIssuer(config.issuer())
                .setSkipDefaultAudienceValidation()
                .setRequireSubject()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds((int) config.clockSkew().toSeconds())
                .build();
    }

    /** The caller, or a failed future with a {@link Refusal.Thrown}. */
    public Future<Identity> verify(String token) {
        if (token.length() > LONGEST) {
            return Future.failedFuture(BAD.thrown());
        }
        TokenHash hash = TokenHash.of(token);
        Identity known = verified.find(hash);
        if (known != null) {
            return Future.succeededFuture(known);
        }
        if (!isSignedWithUnknownKey(token)) {
            return judge(token, hash);
        }
        return keys.refresh().compose(ready -> keys.any() ? judge(token, hash) : Future.failedFuture(NO_KEYS.thrown()));
    }

    private Future<Identity> judge(String token, TokenHash hash) {
        try {
            JwtClaims claims = consumer.processToClaims(token);
            Identity identity =
                    new Identity(claims.getSubject(), claims.getExpirationTime().getValue());
            verified.remember(hash, identity);
            return Future.succeededFuture(identity);
        } catch (InvalidJwtException | MalformedClaimException e) {
            return Future.failedFuture(BAD.thrown());
        }
    }

    private boolean isSignedWithUnknownKey(String token) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setCompactSerialization(token);
            String keyId = signature.getKeyIdHeaderValue();
            return keyId != null && keys.known(keyId).isEmpty();
        } catch (JoseException e) {
            return false;
        }
    }
}
