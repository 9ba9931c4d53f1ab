package com.bookedbarber.booking.calendar;

import com.bookedbarber.booking.appointment.Appointment;
import com.bookedbarber.booking.appointment.Appointments;
import com.bookedbarber.booking.calendar.CalendarFeeds.CalendarFeed;
import com.bookedbarber.booking.link.SignedLinks;
import com.bookedbarber.platform.identity.Caller;
import com.bookedbarber.platform.identity.Callers;
import com.bookedbarber.platform.identity.ShopAccess;
import com.bookedbarber.platform.page.Cursor;
import com.bookedbarber.platform.page.Page;
import com.bookedbarber.platform.page.PageRequest;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.sql.Sql;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Calendars to subscribe to: a barber's, or a client's own appointments. */
@Path("/api/v1/calendars")
@Tag(name = "Calendars")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CalendarResource {

    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(366);
    private static final String LIVE = " AND a.starts_at BETWEEN ? AND ?"
            + " AND a.status IN ('held', 'confirmed', 'checked-in', 'completed') ORDER BY a.starts_at, a.id LIMIT 2000";

    private final CalendarFeeds feeds;
    private final Appointments appointments;
    private final Invitation invitation;
    private final SignedLinks links;
    private final Callers callers;
    private final ShopAccess access;
    private final Sql sql;

    CalendarResource(
            CalendarFeeds feeds,
            Appointments appointments,
            Invitation invitation,
            SignedLinks links,
            Callers callers,
            ShopAccess access,
            Sql sql) {
        this.feeds = feeds;
        this.appointments = appointments;
        this.invitation = invitation;
        this.links = links;
        this.callers = callers;
        this.access = access;
        this.sql = sql;
    }

    @POST
    @Authenticated
    @Operation(summary = "Opens a calendar to subscribe to; its secret address is told once")
    public Response open(NewFeed request) {
        UUID user = user();
        UUID barberId = request == null ? null : request.barberId();
        if (barberId != null) {
            requireOwnOrManaged(barberId, user);
        }
        CalendarFeeds.Opened opened = feeds.open(barberId, barberId == null ? user : null, user);
        String path = "/api/v1/calendars/" + opened.secret() + ".ics";
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, path)
                .entity(new FeedView(opened.id(), barberId, opened.secret(), links.to(path), null))
                .build();
    }

    @GET
    @Authenticated
    @Operation(summary = "The caller's calendars, without their secrets")
    public RestResponse<Page<FeedView>> list(@BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        Page<FeedView> own = Page.of(
                feeds.of(user(), page),
                page.limit(),
                feed -> new Cursor(feed.createdAt(), feed.id()),
                feed -> new FeedView(feed.id(), feed.barberId(), null, null, feed.createdAt()));
        return own.toResponse(uri);
    }

    @DELETE
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Revokes a calendar: its address opens nothing any more")
    public void revoke(@PathParam("id") UUID id) {
        CalendarFeed feed = feeds.find(id).orElseThrow(() -> ProblemException.notFound("calendar"));
        if (!feed.createdBy().equals(user())) {
            if (feed.barberId() == null) {
                throw ProblemException.notFound("calendar");
            }
            requireOwnOrManaged(feed.barberId(), user());
        }
        feeds.revoke(id);
    }

    @GET
    @Path("/{secret}.ics")
    @PermitAll
    @Produces("text/calendar;charset=UTF-8")
    @Operation(summary = "The appointments of the last 30 days and the next year")
    public String read(@PathParam("secret") String secret) {
        CalendarFeed feed = feeds.bySecret(secret).orElseThrow(() -> ProblemException.notFound("calendar"));
        boolean barbers = feed.barberId() != null;
        Instant now = Instant.now();
        List<Appointment> listed = appointments.list(
                (barbers ? "WHERE a.barber_id = ?" : "WHERE a.client_id = ?") + LIVE,
                barbers ? feed.barberId() : feed.clientId(),
                now.minus(BACK),
                now.plus(AHEAD));
        return invitation.feed(listed, barbers ? Invitation.Reader.BARBER : Invitation.Reader.CLIENT);
    }

    private UUID user() {
        Caller caller = callers.current();
        return caller.userId()
                .orElseThrow(() -> new ProblemException(ErrorCode.FORBIDDEN, "Calendars belong to people."));
    }

    private void requireOwnOrManaged(UUID barberId, UUID user) {
        BarberRow barber = sql.one(
                        "SELECT shop_id, user_id FROM barber WHERE id = ?",
                        row -> new BarberRow(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        barberId)
                .orElseThrow(() -> ProblemException.notFound("barber"));
        if (!user.equals(barber.userId())) {
            access.requireManagement(barber.shopId());
        }
    }

    /**
     * Which appointments to subscribe to.
     *
     * @param barberId a barber's; the caller's own as a client when left out
     */
    public record NewFeed(UUID barberId) {}

    /** A calendar; address and secret are told once. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FeedView(UUID id, UUID barberId, String secret, String url, Instant createdAt) {}

    private record BarberRow(UUID shopId, UUID userId) {}
}
