package com.bookedbarber.booking.schedule;

import com.bookedbarber.platform.identity.ShopAccess;
import com.bookedbarber.platform.page.Page;
import com.bookedbarber.platform.page.PageRequest;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.query.QueryValue;
import com.bookedbarber.platform.shop.Shop;
import com.bookedbarber.platform.shop.ShopDirectory;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Days on which the whole shop is closed. */
@Path("/api/v1/shops/{shopId}/closures")
@Tag(name = "Schedules")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ClosureResource {

    private final Schedules schedules;
    private final OutsideHours outside;
    private final ScheduleEvents events;
    private final ShopDirectory shops;
    private final ShopAccess access;

    ClosureResource(
            Schedules schedules, OutsideHours outside, ScheduleEvents events, ShopDirectory shops, ShopAccess access) {
        this.schedules = schedules;
        this.outside = outside;
        this.events = events;
        this.shops = shops;
        this.access = access;
    }

    @GET
    @PermitAll
    @Operation(summary = "Present and coming closures")
    public RestResponse<Page<Closure>> list(
            @PathParam("shopId") UUID shopId, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        Shop shop = shops.require(shopId);
        List<Closure> found = schedules.closures(shopId, LocalDate.now(shop.timeZone()), page);
        return Page.of(found, page.limit(), Closure::cursor, closure -> closure).toResponse(uri);
    }

    @POST
    @Authenticated
    @Transactional
    @Operation(summary = "Closes the shop; lists the appointments now outside, which stay booked")
    public Response add(
            @PathParam("shopId") UUID shopId, @Valid @NotNull(message = "must be given") ClosureRequest request) {
        shops.require(shopId);
        access.requireManagement(shopId);
        Closure closure = request.toClosure();
        schedules.add(shopId, closure);
        events.changed(shopId, null, null);
        Closed closed =
                new Closed(closure.id(), closure.from(), closure.to(), closure.reason(), outside.ofShop(shopId));
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/shops/" + shopId + "/closures/" + closure.id())
                .entity(closed)
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Authenticated
    @Transactional
    @Operation(summary = "Opens the shop again")
    public void remove(@PathParam("shopId") UUID shopId, @PathParam("id") UUID id) {
        shops.require(shopId);
        access.requireManagement(shopId);
        if (!schedules.removeClosure(shopId, id)) {
            throw ProblemException.notFound("closure");
        }
        events.changed(shopId, null, null);
    }

    @DELETE
    @Authenticated
    @Transactional
    @Operation(summary = "Opens the shop again; the closure is named by the parameter id")
    public void removeNamed(@PathParam("shopId") UUID shopId, @RestQuery String id) {
        remove(shopId, QueryValue.requireId("id", id));
    }

    /** A new closure, and the coming appointments that are outside the hours. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Closed(UUID id, LocalDate from, LocalDate to, String reason, List<OutsideHours.Outside> outside) {}
}
