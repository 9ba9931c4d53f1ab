package com.bookedbarber.booking.reminder;

import com.bookedbarber.booking.link.SignedLinks;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import java.util.UUID;

/**
 * Ends the reminders about a client's appointments in one shop. Mail programs post here by themselves when their user
 * unsubscribes (RFC 8058); opening the address only shows the button, because mail scanners open every link.
 */
@Path("/api/v1/reminders/{clientRef}/opt-out")
@Tag(name = "Reminders")
@PermitAll
@RunOnVirtualThread
public class OptOutResource {

    private final Reminders reminders;
    private final SignedLinks links;

    OptOutResource(Reminders reminders, SignedLinks links) {
        this.reminders = reminders;
        this.links = links;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "A page with a button that ends the reminders")
    public String ask(@PathParam("clientRef") UUID clientRef, @RestQuery String token) {
        require(clientRef, token);
        return page("<form method=\"post\"><button>Send me no more reminders</button></form>");
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA, MediaType.WILDCARD})
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "Ends the reminders")
    public String optOut(@PathParam("clientRef") UUID clientRef, @RestQuery String token) {
        require(clientRef, token);
        reminders.end(clientRef);
        return page("<p>You will get no more reminders from this shop.</p>");
    }

    private void require(UUID clientRef, String token) {
        if (!links.isOptOutToken(clientRef, token)) {
            throw new ProblemException(ErrorCode.FORBIDDEN, "This link is not complete.");
        }
    }

    private static String page(String content) {
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Reminders</title><body>" + content
                + "</body></html>";
    }
}
