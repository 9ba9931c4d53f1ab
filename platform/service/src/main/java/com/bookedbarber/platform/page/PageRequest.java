package com.bookedbarber.platform.page;

import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import java.util.Optional;

/** The paging parameters of a list; a {@code @BeanParam}. */
public class PageRequest {

    private static final int DEFAULT_LIMIT = 50;

    /** A text, since the framework answers 404 to a number that is none. */
    @RestQuery
    @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    @Pattern(regexp = "\\s*|0*(?:[1-9]\\d?|1\\d\\d|200)", message = "must be a whole number from 1 to 200")
    String limit;

    @RestQuery
    String cursor;

    /** How many items at most, 1 to 200. */
    public int limit() {
        return limit == null || limit.isBlank() ? DEFAULT_LIMIT : Integer.parseInt(limit);
    }

    /** After which item to go on; empty for the first page. */
    public Optional<Cursor> after() {
        return Optional.ofNullable(cursor).filter(text -> !text.isBlank()).map(Cursor::decode);
    }
}
