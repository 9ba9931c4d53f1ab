package com.bookedbarber.platform.event;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

import java.time.Duration;

/** The service's events for the other services, see <a href="https://www.http-feeds.org">http-feeds.org</a>. */
@Path("/internal/events")
@RolesAllowed("service")
@RunOnVirtualThread
public class FeedResource {

    private final Feed feed;

    FeedResource(Feed feed) {
        this.feed = feed;
    }

    /** The events after the cursor; waits up to {@code wait} seconds for the first. */
    @GET
    @Produces(Events.BATCH_MEDIA_TYPE)
    @Operation(hidden = true)
    public byte[] events(
            @RestQuery String after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit,
            @RestQuery @DefaultValue("0") @Min(0) @Max(30) int wait)
            throws InterruptedException {
        return Events.write(feed.read(FeedCursor.parse(after), limit, Duration.ofSeconds(wait)));
    }
}
