package com.bookedbarber.platform.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items at most as many as were asked for
 * @param nextCursor what to send as {@code cursor} for the next page, or null on the last
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(
        @Schema(required = true) List<T> items,
        @Schema(required = true, nullable = true) String nextCursor) {

    /** A list that is never paged. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }

    /**
     * A page of rows of which one more than asked for was read, to see whether there is a next page.
     *
     * @param rows up to {@code limit + 1} rows, sorted
     * @param cursor the sort key of a row
     * @param toItem what the client sees of a row
     */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, Cursor> cursor, Function<R, T> toItem) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        String next = more ? cursor.apply(shown.getLast()).encode() : null;
        return new Page<>(shown.stream().map(toItem).toList(), next);
    }

    /**
     * The answer, with a {@code Link: rel="next"} if there is a next page (RFC 8288); typed, so that the OpenAPI document
     * knows what is listed.
     */
    public RestResponse<Page<T>> toResponse(UriInfo uri) {
        RestResponse.ResponseBuilder<Page<T>> answer = RestResponse.ResponseBuilder.ok(this);
        if (nextCursor != null) {
            String next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", nextCursor)
                    .build()
                    .toString();
            String relative = next.substring(next.indexOf(uri.getPath()));
            answer.header(HttpHeaders.LINK, "<" + relative + ">; rel=\"next\"");
        }
        return answer.build();
    }
}
