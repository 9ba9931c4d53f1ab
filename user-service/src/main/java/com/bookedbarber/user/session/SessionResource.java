package com.bookedbarber.user.session;

import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.user.secret.OpaqueToken;
import com.bookedbarber.user.validation.OneLine;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signing in and out. */
@Path("/api/v1/auth")
@Tag(name = "Accounts")
@PermitAll
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    private final Login login;
    private final Sessions sessions;

    SessionResource(Login login, Sessions sessions) {
        this.login = login;
        this.sessions = sessions;
    }

    @POST
    @Path("/login")
    @Operation(
            summary = "Sign in",
            description = "401 `bad-credentials`, or `otp-required` where the account asks for a one-time code too.")
    @APIResponseSchema(value = TokenPair.class, responseDescription = "Signed in")
    public Response login(@Valid @NotNull(message = "must be given") Credentials credentials) {
        return tokens(login.signIn(credentials.email().trim(), credentials.password(), credentials.otp()));
    }

    @POST
    @Path("/refresh")
    @Operation(
            summary = "Trade a refresh token for a new pair",
            description =
                    "Each is good once. Using one again later than some seconds ends the sign-in: it may be stolen.")
    @APIResponseSchema(value = TokenPair.class, responseDescription = "The new pair")
    public Response refresh(@Valid @NotNull(message = "must be given") Refresh refresh) {
        return tokens(sessions.refresh(new OpaqueToken(refresh.refreshToken()))
                .orElseThrow(() -> new ProblemException(
                                ErrorCode.UNAUTHENTICATED, "The refresh token is no longer good; sign in again.")
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")));
    }

    @POST
    @Path("/logout")
    @Operation(summary = "Sign out", description = "Ends the sign-in of the refresh token, if it has not ended yet.")
    @APIResponse(responseCode = "204", description = "Signed out")
    public void logout(@Valid @NotNull(message = "must be given") Refresh refresh) {
        sessions.end(new OpaqueToken(refresh.refreshToken()));
    }

    private static Response tokens(TokenPair pair) {
        return Response.ok(pair).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** What somebody signs in with. */
    @Schema(examples = """
                {"email": "ann@example.com", "password": "correct horse battery"}
                """)
    public record Credentials(
            @NotBlank(message = "must be given") @Size(max = 254, message = "must have at most 254 characters") @OneLine
            String email,

            @NotBlank(message = "must be given") @Size(max = 128, message = "must have at most 128 characters")
            String password,

            @Size(max = 40, message = "must have at most 40 characters")
            String otp) {

        @Override
        public String toString() {
            return "Credentials[…]";
        }
    }

    /** A refresh token. */
    public record Refresh(
            @NotBlank(message = "must be given") @Size(max = 200, message = "must have at most 200 characters")
            String refreshToken) {

        @Override
        public String toString() {
            return "Refresh[…]";
        }
    }
}
