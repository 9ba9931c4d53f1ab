package com.bookedbarber.platform.notes;

import com.bookedbarber.platform.event.Outbox;
import com.bookedbarber.platform.id.Ids;
import com.bookedbarber.platform.idempotency.Answer;
import com.bookedbarber.platform.idempotency.Idempotency;
import com.bookedbarber.platform.idempotency.IdempotencyKey;
import com.bookedbarber.platform.identity.ShopAccess;
import com.bookedbarber.platform.money.Money;
import com.bookedbarber.platform.page.Cursor;
import com.bookedbarber.platform.page.Page;
import com.bookedbarber.platform.page.PageRequest;
import com.bookedbarber.platform.shop.ShopDirectory;
import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.platform.version.IfMatch;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A small resource that uses every part of the platform as a service would. */
@Path("/api/v1/shops/{shopId}/notes")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class NoteResource {

    private final Idempotency idempotency;
    private final Outbox outbox;
    private final ShopAccess access;
    private final ShopDirectory shops;
    private final Sql sql;

    NoteResource(Idempotency idempotency, Outbox outbox, ShopAccess access, ShopDirectory shops, Sql sql) {
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.access = access;
        this.shops = shops;
        this.sql = sql;
    }

    @POST
    @Authenticated
    public Response write(
            @PathParam("shopId") UUID shopId,
            @HeaderParam(IdempotencyKey.HEADER) String key,
            @Valid @NotNull NewNote request) {
        shops.require(shopId);
        access.requireStaff(shopId);
        return idempotency
                .once(idempotency.request(key, "POST /notes " + shopId, request), () -> {
                    UUID id = Ids.next();
                    sql.update("INSERT INTO note (id, shop_id, text) VALUES (?, ?, ?)", id, shopId, request.text());
                    outbox.append("note.written", id, Map.of("noteId", id, "text", request.text()));
                    return Answer.created("/notes/" + id, new Note(id, request.text()))
                            .with("ETag", IfMatch.etag(0));
                })
                .toResponse();
    }

    @GET
    @PermitAll
    public RestResponse<Page<Note>> list(
            @PathParam("shopId") UUID shopId, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        Cursor after = page.after().orElse(new Cursor(Instant.EPOCH, new UUID(0, 0)));
        List<Row> rows = sql.list(
                """
                SELECT id, text, created_at FROM note WHERE shop_id = ? AND (created_at, id) > (?, ?)
                ORDER BY created_at, id LIMIT ?
                """,
                row -> new Row(row.getObject("id", UUID.class), row.getString("text"), Sql.instant(row, "created_at")),
                shopId,
                after.at(),
                after.id(),
                page.limit() + 1);
        return Page.of(rows, page.limit(), row -> new Cursor(row.at(), row.id()), row -> new Note(row.id(), row.text()))
                .toResponse(uri);
    }

    @GET
    @Path("/broken")
    @PermitAll
    public Response broken() {
        throw new IllegalStateException("secret detail");
    }

    /** A note to write. */
    public record NewNote(
            @NotBlank(message = "must be given") String text,
            @Valid List<@Valid Part> parts,
            @Valid Money price,
            Instant readAt) {}

    /** A part of one. */
    public record Part(@NotNull(message = "must be given") Integer number) {}

    /** A note as clients see it. */
    public record Note(UUID id, String text) {}

    private record Row(UUID id, String text, Instant at) {}
}
