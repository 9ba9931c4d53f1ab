package com.bookedbarber.user.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

import java.util.Optional;

/**
 * Tokens for the other services: OAuth 2.0 client credentials
 * (<a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749, 4.4</a>). Errors are those of 5.2, because
 * that is what every OAuth client reads.
 */
@Path("/oauth2/token")
@PermitAll
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
public class ServiceTokenResource {

    private final ServiceClients clients;
    private final AccessTokens tokens;

    ServiceTokenResource(ServiceClients clients, AccessTokens tokens) {
        this.clients = clients;
        this.tokens = tokens;
    }

    @POST
    @Operation(hidden = true)
    public Response token(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @RestForm("grant_type") String grantType,
            @RestForm("client_id") String clientId,
            @RestForm("client_secret") String clientSecret) {
        if (grantType == null || grantType.isEmpty()) {
            return error(400, "invalid_request", "grant_type is missing");
        }
        Optional<ClientCredentials> credentials = ClientCredentials.of(authorization, clientId, clientSecret)
                .filter(given -> clients.isGenuine(given.client(), given.secret()));
        if (credentials.isEmpty()) {
            return error(401, "invalid_client", "The client is unknown or its secret is wrong");
        }
        if (!grantType.equals("client_credentials")) {
            return error(400, "unsupported_grant_type", "Only client_credentials is supported");
        }
        return answer(
                        200,
                        new Granted(tokens.forService(credentials.get().client()), "Bearer", tokens.lifetimeSeconds()))
                .build();
    }

    private static Response error(int status, String code, String description) {
        Response.ResponseBuilder answer = answer(status, new Refused(code, description));
        if (status == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"bookedbarber\"");
        }
        return answer.build();
    }

    private static Response.ResponseBuilder answer(int status, Object body) {
        return Response.status(status)
                .entity(body)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Pragma", "no-cache");
    }

    /** The answer of RFC 6749, 5.1. */
    public record Granted(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn) {}

    /** The answer of RFC 6749, 5.2. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Refused(
            String error, @JsonProperty("error_description") String description) {}
}
