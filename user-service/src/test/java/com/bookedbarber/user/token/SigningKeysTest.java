package com.bookedbarber.user.token;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SigningKeysTest {

    private static final String PRESENT = pem(2048);
    private static final String NEXT = pem(2048);

    @Test
    void shouldReadAKeyFromItsTextOrItsFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key.pem"), PRESENT);

        SigningKey read = SigningKey.read(PRESENT);

        assertThat(SigningKey.read(file.toString()).id()).isEqualTo(read.id());
        assertThat(SigningKey.read(PRESENT.replace("\n", "\\n")).id()).isEqualTo(read.id());
    }

    @Test
    void shouldRefuseWhatIsNoKey() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SigningKey.read("-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----"))
                .withMessageNotContaining("c2VjcmV0");
    }

    @Test
    void shouldRefuseAShortKey() {
        String weak = pem(1024);

        assertThatIllegalStateException()
                .isThrownBy(() -> SigningKey.read(weak))
                .withMessageContaining("2048");
    }

    @Test
    void shouldPublishTheNextKeyBeforeItSigns() throws ParseException {
        SigningKeys before = keys(PRESENT, NEXT);
        SigningKeys after = keys(NEXT, PRESENT);

        assertThat(before.keySet()).contains(SigningKey.read(NEXT).id());
        assertThat(after.signing().id()).isEqualTo(SigningKey.read(NEXT).id());
        // What either signs is verified with what either publishes.
        for (SigningKeys signing : new SigningKeys[] {before, after}) {
            for (SigningKeys verifying : new SigningKeys[] {before, after}) {
                assertThat(subject(token(signing), verifying)).isEqualTo("booking-service");
            }
        }
    }

    @Test
    void shouldNotTrustAKeyThatIsNotPublished() {
        String token = token(keys(pem(2048), null));

        assertThatThrownBy(() -> subject(token, keys(PRESENT, NEXT))).isInstanceOf(ParseException.class);
    }

    @Test
    void shouldMakeAKeyWhereNoneIsGiven() throws ParseException {
        SigningKeys made = keys(null, null);

        assertThat(subject(token(made), made)).isEqualTo("booking-service");
    }

    private static String token(SigningKeys keys) {
        return new AccessTokens(keys, config(null, null), Clock.systemUTC(), "https://bookedbarber")
                .forService("booking-service");
    }

    private static String subject(String token, SigningKeys keys) throws ParseException {
        JWTAuthContextInfo verification = new JWTAuthContextInfo();
        verification.setIssuedBy("https://bookedbarber");
        verification.setPublicKeyContent(keys.keySet());
        return new DefaultJWTCallerPrincipalFactory().parse(token, verification).getSubject();
    }

    private static SigningKeys keys(String signing, String published) {
        return new SigningKeys(config(signing, published));
    }

    private static TokenConfig config(String signing, String published) {
        return new TokenConfig() {
            @Override
            public Optional<String> signingKey() {
                return Optional.ofNullable(signing);
            }

            @Override
            public Optional<String> nextSigningKey() {
                return Optional.ofNullable(published);
            }

            @Override
            public Duration accessLifetime() {
                return Duration.ofMinutes(15);
            }
        };
    }

    private static String pem(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            PrivateKey key = generator.generateKeyPair().getPrivate();
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
