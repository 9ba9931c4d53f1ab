package com.bookedbarber.user.mfa;

import com.bookedbarber.user.account.Profile;
import com.bookedbarber.user.account.SignedIn;
import com.fasterxml.jackson.annotation.JsonAlias;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One-time codes for one's own account. */
@Path("/api/v1/auth/mfa")
@Tag(name = "Accounts")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SecondFactorResource {

    private final SecondFactor secondFactor;
    private final SignedIn signedIn;

    SecondFactorResource(SecondFactor secondFactor, SignedIn signedIn) {
        this.secondFactor = secondFactor;
        this.signedIn = signedIn;
    }

    @POST
    @Path("/setup")
    @Operation(
            summary = "Begin with an authenticator app",
            description =
                    "Gives the secret and the address that apps read as a QR code. Codes are asked for once you enable it.")
    @APIResponseSchema(value = Setup.class, responseDescription = "The secret")
    public Response setUp() {
        Profile profile = signedIn.profile();
        String secret = secondFactor.setUp(profile.id());
        return secret(new Setup(secret, otpauth(profile.email(), secret)));
    }

    @POST
    @Path("/enable")
    @Operation(
            summary = "Ask for one-time codes at sign-in",
            description =
                    "With a code that shows that the app is set up. Gives recovery codes; they are shown this once.")
    @APIResponseSchema(value = Recovery.class, responseDescription = "The recovery codes")
    public Response enable(@Valid @NotNull(message = "must be given") Code request) {
        return secret(new Recovery(secondFactor.enable(signedIn.profile().id(), request.otp())));
    }

    @POST
    @Path("/disable")
    @Operation(summary = "Sign in without one-time codes", description = "With a last code, or a recovery code.")
    @APIResponse(responseCode = "204", description = "Switched off")
    public void disable(@Valid @NotNull(message = "must be given") Code request) {
        secondFactor.disable(signedIn.profile().id(), request.otp());
    }

    private static String otpauth(String email, String secret) {
        String label = URLEncoder.encode("BookedBarber:" + email, StandardCharsets.UTF_8)
                .replace("+", "%20");
        return "otpauth://totp/%s?secret=%s&issuer=BookedBarber&digits=%d&period=%d"
                .formatted(label, secret, Totp.DIGITS, Totp.STEP_SECONDS);
    }

    private static Response secret(Object body) {
        return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** What an authenticator app has to know. */
    public record Setup(String secret, String otpauthUri) {

        @Override
        public String toString() {
            return "Setup[…]";
        }
    }

    /**
     * A one-time code, or a recovery code.
     *
     * @param otp also taken by the name of {@code code}, as others call it
     */
    public record Code(
            @NotBlank(message = "must be given")
            @Size(max = 40, message = "must have at most 40 characters")
            @JsonAlias("code")
            String otp) {

        @Override
        public String toString() {
            return "Code[…]";
        }
    }

    /** What to keep for the day the phone is lost. */
    public record Recovery(List<String> recoveryCodes) {

        @Override
        public String toString() {
            return "Recovery[…]";
        }
    }
}
