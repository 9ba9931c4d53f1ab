package com.bookedbarber.payment.ledger;

import com.bookedbarber.platform.identity.ShopAccess;
import com.bookedbarber.platform.page.Cursor;
import com.bookedbarber.platform.page.Page;
import com.bookedbarber.platform.page.PageRequest;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.query.QueryValue;
import com.bookedbarber.platform.shop.Shop;
import com.bookedbarber.platform.shop.ShopDirectory;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A shop's books. */
@Path("/api/v1/shops/{shopId}")
@Tag(name = "Ledger")
@RunOnVirtualThread
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class LedgerResource {

    private final LedgerEntries entries;
    private final ShopAccess access;
    private final ShopDirectory shops;

    LedgerResource(LedgerEntries entries, ShopAccess access, ShopDirectory shops) {
        this.entries = entries;
        this.access = access;
        this.shops = shops;
    }

    /** The entries, newest first. */
    @GET
    @Path("/ledger")
    @Operation(summary = "The shop's ledger entries, newest first; for owners and managers")
    @APIResponse(responseCode = "200", description = "A page of entries")
    @APIResponse(responseCode = "403", description = "Not an owner or manager of the shop")
    public RestResponse<Page<LedgerLine>> ledger(
            @PathParam("shopId") UUID shopId,
            @RestQuery @Parameter(example = "shop_payable") String account,
            @RestQuery @Parameter(description = "A date in the shop's zone, or an instant", example = "2026-12-01")
                    String from,
            @RestQuery @Parameter(description = "A date, inclusive, or an instant, exclusive", example = "2026-12-31")
                    String to,
            @BeanParam @Valid PageRequest page,
            @Context UriInfo uri) {
        Shop shop = shops.require(shopId);
        access.requireManagement(shopId);
        LedgerAccount wanted = account == null ? null : account(account);
        Instant earliest = QueryValue.from("from", from, shop.timeZone());
        Instant tooLate = QueryValue.to("to", to, shop.timeZone());
        List<LedgerLine> rows = entries.list(shopId, wanted, earliest, tooLate, page);
        return Page.of(rows, page.limit(), row -> new Cursor(row.occurredAt(), row.id()), row -> row)
                .toResponse(uri);
    }

    /** The balance of each account. */
    @GET
    @Path("/balances")
    @Operation(summary = "The balance of each of the shop's accounts; for owners and managers")
    @APIResponse(responseCode = "200", description = "The balances; all of them together are zero")
    @APIResponse(responseCode = "403", description = "Not an owner or manager of the shop")
    public Page<AccountBalance> balances(@PathParam("shopId") UUID shopId) {
        shops.require(shopId);
        access.requireManagement(shopId);
        return Page.whole(entries.balances(shopId));
    }

    private static LedgerAccount account(String name) {
        return LedgerAccount.ofWireName(name)
                .orElseThrow(() -> ProblemException.invalid(
                        "account", "must be provider_receivable, deposits_held, shop_payable or tips_payable"));
    }
}
