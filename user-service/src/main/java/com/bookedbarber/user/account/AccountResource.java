package com.bookedbarber.user.account;

import com.bookedbarber.user.validation.OneLine;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.time.Instant;
import java.util.UUID;

/** One's own account. */
@Path("/api/v1/users/me")
@Tag(name = "Accounts")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {

    private final Accounts accounts;
    private final SignedIn signedIn;

    AccountResource(Accounts accounts, SignedIn signedIn) {
        this.accounts = accounts;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(summary = "Your account")
    public Me me() {
        return Me.of(signedIn.profile());
    }

    @PATCH
    @Operation(
            summary = "Change your name or phone number",
            description = "What is left out stays as it is; an empty phone number is removed.")
    public Me change(@Valid @NotNull(message = "must be given") AccountChange change) {
        return accounts.change(signedIn.id(), change.name(), change.phone())
                .map(Me::of)
                .orElseThrow(SignedIn::gone);
    }

    /** An account as its owner sees it. */
    public record Me(UUID id, String email, String name, String phone, boolean emailVerified, Instant createdAt) {

        static Me of(Profile profile) {
            return new Me(
                    profile.id(),
                    profile.email(),
                    profile.name(),
                    profile.phone(),
                    profile.emailVerified(),
                    profile.createdAt());
        }
    }

    /** What can be changed; what is null stays. */
    public record AccountChange(
            @Size(max = 200, message = "must have at most 200 characters")
            @Pattern(regexp = ".*\\S.*", message = "must not be blank")
            @OneLine
            String name,

            @Size(max = 40, message = "must have at most 40 characters") @OneLine
            String phone) {}
}
