package com.bookedbarber.user.recovery;

import com.bookedbarber.user.account.SignedIn;
import com.bookedbarber.user.token.AccessTokens;
import com.bookedbarber.user.validation.OneLine;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import java.util.UUID;

/** Passwords, forgotten and changed. */
@Path("/api/v1/auth/password")
@Tag(name = "Accounts")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResource {

    private final PasswordRecovery recovery;
    private final SignedIn signedIn;
    private final JsonWebToken token;

    PasswordResource(PasswordRecovery recovery, SignedIn signedIn, JsonWebToken token) {
        this.recovery = recovery;
        this.signedIn = signedIn;
        this.token = token;
    }

    @POST
    @Path("/forgot")
    @PermitAll
    @ResponseStatus(202)
    @Operation(
            summary = "Ask for a token to choose a new password",
            description = "The answer does not tell whether the address is known.")
    @APIResponse(responseCode = "202", description = "Known address or not")
    public void forgot(@Valid @NotNull(message = "must be given") Forgotten request) {
        recovery.forgotten(request.email());
    }

    @POST
    @Path("/reset")
    @PermitAll
    @Operation(
            summary = "Choose a new password",
            description = "With the token that was mailed; signs all devices out.")
    @APIResponse(responseCode = "204", description = "The new password holds")
    public void reset(@Valid @NotNull(message = "must be given") Reset request) {
        recovery.reset(request.token().strip(), request.password());
    }

    @POST
    @Path("/change")
    @Authenticated
    @Operation(summary = "Change your password", description = "Signs all other devices out.")
    @APIResponse(responseCode = "204", description = "The new password holds")
    public void change(@Valid @NotNull(message = "must be given") Change request) {
        String session = token.getClaim(AccessTokens.SESSION_CLAIM);
        recovery.change(
                signedIn.profile(),
                session == null ? null : UUID.fromString(session),
                request.currentPassword(),
                request.newPassword());
    }

    /** Whose password is forgotten. */
    public record Forgotten(
            @NotBlank(message = "must be given")
            @Email(message = "must be an e-mail address")
            @Size(max = 254, message = "must have at most 254 characters")
            @OneLine
            String email) {

        /** Blanks around the address are dropped. */
        public Forgotten {
            email = email == null ? null : email.strip();
        }
    }

    /** A new password, and the right to set it. */
    public record Reset(
            @NotBlank(message = "must be given") @Size(max = 200, message = "must have at most 200 characters")
            String token,

            @NotNull(message = "must be given") @Size(min = 8, max = 128, message = "must have 8 to 128 characters")
            String password) {

        @Override
        public String toString() {
            return "Reset[…]";
        }
    }

    /** A new password instead of the old one. */
    public record Change(
            @NotBlank(message = "must be given") @Size(max = 128, message = "must have at most 128 characters")
            String currentPassword,

            @NotNull(message = "must be given") @Size(min = 8, max = 128, message = "must have 8 to 128 characters")
            String newPassword) {

        @Override
        public String toString() {
            return "Change[…]";
        }
    }
}
