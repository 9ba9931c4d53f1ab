package com.bookedbarber.user.privacy;

import com.bookedbarber.platform.identity.ShopRole;
import com.bookedbarber.user.account.Profile;
import com.bookedbarber.user.account.SignedIn;
import com.bookedbarber.user.mfa.SecondFactor;
import com.bookedbarber.user.session.Sessions;
import com.bookedbarber.user.session.SignIn;
import com.bookedbarber.user.shop.Shops;
import com.bookedbarber.user.staff.Staff;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What somebody can demand of us: their data, and to be forgotten. */
@Path("/api/v1/users/me")
@Tag(name = "Accounts")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class PrivacyResource {

    private final SignedIn signedIn;
    private final Erasure erasure;
    private final Staff staff;
    private final Shops shops;
    private final Sessions sessions;
    private final SecondFactor secondFactor;
    private final Clock clock;

    PrivacyResource(
            SignedIn signedIn,
            Erasure erasure,
            Staff staff,
            Shops shops,
            Sessions sessions,
            SecondFactor secondFactor,
            Clock clock) {
        this.signedIn = signedIn;
        this.erasure = erasure;
        this.staff = staff;
        this.shops = shops;
        this.sessions = sessions;
        this.secondFactor = secondFactor;
        this.clock = clock;
    }

    @DELETE
    @Operation(
            summary = "Erase your account",
            description = "For good. 409 `last-owner` while you are the only owner of a shop.")
    public void erase() {
        erasure.erase(signedIn.profile());
    }

    @GET
    @Path("/export")
    @Operation(summary = "All that is stored of you here", description = "As a file.")
    @APIResponseSchema(value = Export.class, responseDescription = "The file")
    public Response export() {
        Profile profile = signedIn.profile();
        Export export = new Export(
                clock.instant(),
                new Export.Account(
                        profile.id(),
                        profile.email(),
                        profile.name(),
                        profile.phone(),
                        profile.emailVerified(),
                        secondFactor.isEnabled(profile.id()),
                        profile.createdAt()),
                staff.rolesOf(profile.id()).entrySet().stream()
                        .map(place -> new Export.Place(
                                place.getKey(), shops.require(place.getKey()).name(), place.getValue()))
                        .toList(),
                sessions.live(profile.id()));
        return Response.ok(export)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bookedbarber-account.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** All that is stored of somebody. */
    public record Export(Instant exportedAt, Account profile, List<Place> shops, List<SignIn> sessions) {

        /** The account. */
        public record Account(
                UUID id,
                String email,
                String name,
                String phone,
                boolean emailVerified,
                boolean secondFactor,
                Instant createdAt) {}

        /** A place in a shop. */
        public record Place(UUID shopId, String name, ShopRole role) {}
    }
}
