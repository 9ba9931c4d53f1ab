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
import jakarta.ws.rs.DELETE;
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
import java.util.UUID;

/** What a shop offers. */
@Path("/api/v1")
@Tag(name = "Services")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ServiceResource {

    private final Services services;
    private final Barbers barbers;
    private final CatalogEvents events;
    private final ShopDirectory shops;
    private final ShopAccess access;

    ServiceResource(Services services, Barbers barbers, CatalogEvents events, ShopDirectory shops, ShopAccess access) {
        this.services = services;
        this.barbers = barbers;
        this.events = events;
        this.shops = shops;
        this.access = access;
    }

    @GET
    @Path("/shops/{shopId}/services")
    @PermitAll
    @Operation(summary = "What a shop offers")
    public RestResponse<Page<ServiceView>> list(
            @PathParam("shopId") UUID shopId, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        shops.require(shopId);
        return Page.of(
                        services.of(shopId, page),
                        page.limit(),
                        service -> new Cursor(service.createdAt, service.id),
                        ServiceView::of)
                .toResponse(uri);
    }

    @POST
    @Path("/shops/{shopId}/services")
    @Authenticated
    @Transactional
    @Operation(summary = "Offers a new service")
    public Response create(
            @PathParam("shopId") UUID shopId, @Valid @NotNull(message = "must be given") ServiceRequest request) {
        Shop shop = shops.require(shopId);
        access.requireManagement(shopId);
        request.requireComplete();
        Service service = newService(shop);
        request.applyTo(service);
        services.persistAndFlush(service);
        events.changed(service);
        return answer(Response.status(Response.Status.CREATED), service)
                .header(HttpHeaders.LOCATION, "/api/v1/services/" + service.id)
                .build();
    }

    @GET
    @Path("/services/{id}")
    @PermitAll
    @Operation(summary = "One service")
    public Response read(@PathParam("id") UUID id) {
        return answer(Response.ok(), services.require(id)).build();
    }

    @PATCH
    @Path("/services/{id}")
    @Authenticated
    @Transactional
    @Operation(summary = "Changes a service; appointments keep what they were booked for")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull(message = "must be given") ServiceRequest request) {
        access.requireManagement(services.shopOf(id));
        Service service = services.lock(id);
        IfMatch.check(ifMatch, service.version);
        request.applyTo(service);
        services.flush();
        events.changed(service);
        return answer(Response.ok(), service).build();
    }

    @DELETE
    @Path("/services/{id}")
    @Authenticated
    @Transactional
    @Operation(summary = "Takes a service off the list; appointments stay")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        access.requireManagement(services.shopOf(id));
        Service service = services.lock(id);
        IfMatch.check(ifMatch, service.version);
        barbers.raiseVersionsOfThoseWhoDo(id);
        services.delete(service);
        events.deleted(service);
    }

    private static Service newService(Shop shop) {
        Service service = new Service();
        service.id = Ids.next();
        service.shopId = shop.shopId();
        service.currency = shop.currency();
        service.depositType = "none";
        service.active = true;
        service.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return service;
    }

    private static Response.ResponseBuilder answer(Response.ResponseBuilder answer, Service service) {
        return answer.entity(ServiceView.of(service)).header(HttpHeaders.ETAG, IfMatch.etag(service.version));
    }
}
