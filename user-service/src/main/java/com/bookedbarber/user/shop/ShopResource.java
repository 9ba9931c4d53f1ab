package com.bookedbarber.user.shop;

import com.bookedbarber.platform.page.Cursor;
import com.bookedbarber.platform.page.Page;
import com.bookedbarber.platform.page.PageRequest;
import com.bookedbarber.platform.version.IfMatch;
import com.bookedbarber.user.account.SignedIn;
import com.bookedbarber.user.staff.Authorities;
import com.bookedbarber.user.validation.OneLine;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Shops: open, found by everybody, changed by those who run them. */
@Path("/api/v1/shops")
@Tag(name = "Shops")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ShopResource {

    private static final Cursor START = new Cursor(Instant.EPOCH, new UUID(0, 0));

    private final Shops shops;
    private final Authorities authorities;
    private final SignedIn signedIn;

    ShopResource(Shops shops, Authorities authorities, SignedIn signedIn) {
        this.shops = shops;
        this.authorities = authorities;
        this.signedIn = signedIn;
    }

    @POST
    @Authenticated
    @Operation(
            summary = "Open a shop",
            description = "You become its owner. 409 `slug-taken` if you ask for a short name that another shop has.")
    @APIResponseSchema(value = ShopView.class, responseCode = "201", responseDescription = "The shop")
    public Response open(@Valid @NotNull(message = "must be given") NewShop request) {
        ShopView shop = shops.open(request, signedIn.profile().id());
        // As a header and not through created(), which would make it absolute with this service's own address.
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/shops/" + shop.id())
                .header(HttpHeaders.ETAG, IfMatch.etag(shop.version()))
                .entity(shop)
                .build();
    }

    @GET
    @PermitAll
    @Operation(summary = "Find shops", description = "By a part of their name, short name or address.")
    @APIResponse(responseCode = "200", description = "A page of shops")
    public RestResponse<Page<ShopView>> search(
            @RestQuery @DefaultValue("") @Size(max = 100, message = "must have at most 100 characters") @OneLine
                    String query,
            @BeanParam @Valid PageRequest page,
            @Context UriInfo uri) {
        List<ShopView> found = shops.search(query.strip(), page.after().orElse(START), page.limit() + 1);
        return Page.of(found, page.limit(), shop -> new Cursor(shop.createdAt(), shop.id()), Function.identity())
                .toResponse(uri);
    }

    @GET
    @Path("/{idOrSlug}")
    @PermitAll
    @Operation(summary = "A shop", description = "By its id or its short name.")
    @APIResponseSchema(value = ShopView.class, responseDescription = "The shop")
    public Response shop(@RestPath String idOrSlug) {
        return withTag(shops.require(idOrSlug));
    }

    @PATCH
    @Path("/{shopId}")
    @Authenticated
    @Operation(
            summary = "Change a shop",
            description =
                    "For owners and managers. Send If-Match with the ETag you have read: 428 without, 412 if stale.")
    @APIResponseSchema(value = ShopView.class, responseDescription = "The shop as it is now")
    public Response change(
            @RestPath UUID shopId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull(message = "must be given") ShopChange change) {
        shops.require(shopId);
        authorities.inShop(shopId).requireManagement();
        return withTag(shops.change(shopId, ifMatch, change));
    }

    private static Response withTag(ShopView shop) {
        return Response.ok(shop)
                .header(HttpHeaders.ETAG, IfMatch.etag(shop.version()))
                .build();
    }
}
