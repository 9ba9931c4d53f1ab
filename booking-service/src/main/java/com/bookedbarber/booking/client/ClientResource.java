package com.bookedbarber.booking.client;

import com.bookedbarber.booking.client.ShopClients.ClientRecord;
import com.bookedbarber.platform.identity.ShopAccess;
import com.bookedbarber.platform.page.Cursor;
import com.bookedbarber.platform.page.Page;
import com.bookedbarber.platform.page.PageRequest;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.shop.Shop;
import com.bookedbarber.platform.shop.ShopDirectory;
import com.bookedbarber.platform.version.IfMatch;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import java.util.List;
import java.util.UUID;

/** A shop's clients, for its staff. */
@Path("/api/v1/shops/{shopId}/clients")
@Tag(name = "Clients")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ClientResource {

    private final ShopClients clients;
    private final ShopDirectory shops;
    private final ShopAccess access;

    ClientResource(ShopClients clients, ShopDirectory shops, ShopAccess access) {
        this.clients = clients;
        this.shops = shops;
        this.access = access;
    }

    @GET
    @Operation(summary = "The shop's clients: visits, no-shows, spend, notes and tags")
    public RestResponse<Page<ClientRecord>> list(
            @PathParam("shopId") UUID shopId,
            @RestQuery @Size(max = 200, message = "must have at most 200 characters") String query,
            @BeanParam @Valid PageRequest page,
            @Context UriInfo uri) {
        Shop shop = staffed(shopId);
        return Page.of(
                        clients.of(shopId, query, shop.currency(), page),
                        page.limit(),
                        client -> new Cursor(client.createdAt(), client.id()),
                        client -> client)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One client of the shop")
    public Response read(@PathParam("shopId") UUID shopId, @PathParam("id") UUID id) {
        return answer(require(staffed(shopId), id));
    }

    @PATCH
    @Path("/{id}")
    @Operation(summary = "Writes notes and tags; what is left out stays as it is")
    public Response note(
            @PathParam("shopId") UUID shopId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull(message = "must be given") Notes request) {
        Shop shop = staffed(shopId);
        ClientRecord present = require(shop, id);
        IfMatch.check(ifMatch, present.version());
        String notes = request.notes() == null ? present.notes() : request.notes();
        List<String> tags = request.tags() == null ? present.tags() : request.tags();
        if (!clients.note(id, present.version(), notes, tags)) {
            throw new ProblemException(ErrorCode.VERSION_STALE, "Somebody else changed it just now. Read it again.");
        }
        return answer(require(shop, id));
    }

    private Shop staffed(UUID shopId) {
        Shop shop = shops.require(shopId);
        access.requireStaff(shopId);
        return shop;
    }

    private ClientRecord require(Shop shop, UUID id) {
        return clients.find(shop.shopId(), id, shop.currency()).orElseThrow(() -> ProblemException.notFound("client"));
    }

    private static Response answer(ClientRecord client) {
        return Response.ok(client)
                .header(HttpHeaders.ETAG, IfMatch.etag(client.version()))
                .build();
    }

    /** What the staff note down of a client. */
    public record Notes(
            @Size(max = 2_000, message = "must have at most 2000 characters")
            String notes,

            @Size(max = 20, message = "must have at most 20 entries")
            List<
                            @NotNull(message = "must be given")
                            @Size(min = 1, max = 50, message = "must have 1 to 50 characters") String>
                    tags) {}
}
