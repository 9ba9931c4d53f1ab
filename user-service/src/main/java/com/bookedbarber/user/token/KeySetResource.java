package com.bookedbarber.user.token;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public keys of access tokens. */
@Path("/.well-known/jwks.json")
@Tag(name = "Accounts")
@PermitAll
public class KeySetResource {

    private final SigningKeys keys;

    KeySetResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @NonBlocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The keys that access tokens are verified with",
            description = "A JSON Web Key Set (RFC 7517).")
    @APIResponse(
            responseCode = "200",
            description = "The keys",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            properties =
                                                    @SchemaProperty(
                                                            name = "keys",
                                                            type = SchemaType.ARRAY,
                                                            implementation = Object.class))))
    public Response keySet() {
        return Response.ok(keys.keySet())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .build();
    }
}
