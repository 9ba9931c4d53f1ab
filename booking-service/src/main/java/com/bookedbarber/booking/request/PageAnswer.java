package com.bookedbarber.booking.request;

import com.bookedbarber.platform.page.Page;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers with a page and the link to the next one; typed, so that the OpenAPI document knows what is listed. */
public final class PageAnswer {

    private PageAnswer() {}

    /** The answer to a request for a page. */
    public static <T> RestResponse<Page<T>> of(Page<T> page, UriInfo uri) {
        return RestResponse.ResponseBuilder.ok(page)
                .header(HttpHeaders.LINK, page.toResponse(uri).getHeaderString(HttpHeaders.LINK))
                .build();
    }
}
