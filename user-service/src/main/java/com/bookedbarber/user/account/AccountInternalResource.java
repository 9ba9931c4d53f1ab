package com.bookedbarber.user.account;

import com.bookedbarber.platform.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

import java.util.UUID;

/** Accounts, as other services ask for them. */
@Path("/internal/users/{userId}")
@RolesAllowed("service")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AccountInternalResource {

    private final Accounts accounts;

    AccountInternalResource(Accounts accounts) {
        this.accounts = accounts;
    }

    @GET
    @Operation(hidden = true)
    public KnownUser user(@RestPath UUID userId) {
        return accounts.find(userId).map(KnownUser::of).orElseThrow(() -> ProblemException.notFound("user"));
    }

    /** What other services may know of somebody. */
    public record KnownUser(UUID userId, String name, String email, String phone, boolean emailVerified) {

        static KnownUser of(Profile profile) {
            return new KnownUser(
                    profile.id(), profile.name(), profile.email(), profile.phone(), profile.emailVerified());
        }
    }
}
