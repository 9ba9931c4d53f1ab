package com.bookedbarber.platform.page;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import org.jboss.resteasy.reactive.RestQuery;

import java.util.Optional;

/** The paging parameters of a list; a {@code @BeanParam}. */
public class PageRequest {

    @RestQuery
    @DefaultValue("50")
    @Min(value = 1, message = "must be at least 1")
    @Max(value = 200, message = "must be at most 200")
    int limit;

    @RestQuery
    String cursor;

    /** How many items at most, 1 to 200. */
    public int limit() {
        return limit;
    }

    /** After which item to go on; empty for the first page. */
    public Optional<Cursor> after() {
        return Optional.ofNullable(cursor).filter(text -> !text.isBlank()).map(Cursor::decode);
    }
}
