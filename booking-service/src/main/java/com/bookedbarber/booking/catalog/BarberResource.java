package com.bookedbarber.booking.catalog;

import com.bookedbarber.platform.id.Ids;
import com.bookedbarber.platform.identity.ShopAccess;
import com.bookedbarber.platform.page.Cursor;
import com.bookedbarber.platform.page.Page;
import com.bookedbarber.platform.page.PageRequest;
import com.bookedbarber.platform.shop.Shop;
import com.bookedbarber.platform.shop.ShopDirectory;
import com.bookedbarber.platform.version.IfMatch;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whose time can be booked. */
@Path("/api/v1")
@Tag(name = "Barbers")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BarberResource {

    private final Barbers barbers;
    private final BarberOffers offers;
    private final CatalogEvents events;
    private final ShopDirectory shops;
    private final ShopAccess access;

    BarberResource(Barbers barbers, BarberOffers offers, CatalogEvents events, ShopDirectory shops, ShopAccess access) {
        this.barbers = barbers;
        this.offers = offers;
        this.events = events;
        this.shops = shops;
        this.access = access;
    }

    @GET
    @Path("/shops/{shopId}/barbers")
    @PermitAll
    @Operation(summary = "A shop's barbers and what each of them does")
    public RestResponse<Page<BarberView>> list(
            @PathParam("shopId") UUID shopId, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        Shop shop = shops.require(shopId);
        List<Barber> found = barbers.of(shopId, page);
        Map<UUID, List<BarberOffer>> does =
                offers.of(found.stream().map(barber -> barber.id).toList());
        return Page.of(
                        found,
                        page.limit(),
                        barber -> new Cursor(barber.createdAt, barber.id),
                        barber -> BarberView.of(barber, does.getOrDefault(barber.id, List.of()), shop.currency()))
                .toResponse(uri);
    }

    @POST
    @Path("/shops/{shopId}/barbers")
    @Authenticated
    @Transactional
    @Operation(summary = "Adds a barber, who works no hours yet")
    public Response create(
            @PathParam("shopId") UUID shopId, @Valid @NotNull(message = "must be given") BarberRequest request) {
        Shop shop = shops.require(shopId);
        access.requireManagement(shopId);
        request.requireComplete();
        Barber barber = newBarber(shopId);
        write(request, barber, shop);
        return answer(Response.status(Response.Status.CREATED), barber, shop)
                .header(HttpHeaders.LOCATION, "/api/v1/barbers/" + barber.id)
                .build();
    }

    @GET
    @Path("/barbers/{id}")
    @PermitAll
    @Operation(summary = "One barber")
    public Response read(@PathParam("id") UUID id) {
        Barber barber = barbers.require(id);
        return answer(Response.ok(), barber, shops.require(barber.shopId)).build();
    }

    @PATCH
    @Path("/barbers/{id}")
    @Authenticated
    @Transactional
    @Operation(summary = "Changes a barber, what they do, and their own prices and durations")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull(message = "must be given") BarberRequest request) {
        access.requireManagement(barbers.shopOf(id));
        Barber barber = barbers.lock(id);
        IfMatch.check(ifMatch, barber.version);
        Shop shop = shops.require(barber.shopId);
        long seen = barber.version;
        write(request, barber, shop);
        if (request.changesOffers() && barber.version == seen) {
            barbers.raiseVersion(barber);
        }
        return answer(Response.ok(), barber, shop).build();
    }

    private void write(BarberRequest request, Barber barber, Shop shop) {
        barbers.requireFree(shop.shopId(), request.userId(), barber.id);
        request.applyTo(barber);
        barbers.write(barber);
        if (request.changesOffers()) {
            offers.replace(barber.id, shop.shopId(), request.offers(offers.of(barber.id), shop.currency()));
        }
        events.changed(barber);
    }

    private static Barber newBarber(UUID shopId) {
        Barber barber = new Barber();
        barber.id = Ids.next();
        barber.shopId = shopId;
        barber.active = true;
        barber.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return barber;
    }

    private Response.ResponseBuilder answer(Response.ResponseBuilder answer, Barber barber, Shop shop) {
        return answer.entity(BarberView.of(barber, offers.of(barber.id), shop.currency()))
                .header(HttpHeaders.ETAG, IfMatch.etag(barber.version));
    }
}
