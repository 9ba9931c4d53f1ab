package com.bookedbarber.analytics.dashboard;

import com.bookedbarber.analytics.period.PeriodRequest;
import com.bookedbarber.analytics.period.Periods;
import com.bookedbarber.analytics.period.ShopPeriod;
import com.bookedbarber.analytics.rollup.RollupReader;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.time.Instant;

/** The owner's first page. */
@Path("/api/v1/analytics/dashboard")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analytics")
public class DashboardResource {

    /** Browsers keep it, and ask within a second whether it is still true. */
    private static final String CACHE_CONTROL = "private, max-age=1, must-revalidate";

    private static final String AGE = "Age";

    private final Periods periods;
    private final RollupReader rollups;
    private final Dashboards dashboards;
    private final DashboardCache cache;
    private final ObjectMapper json;

    DashboardResource(
            Periods periods, RollupReader rollups, Dashboards dashboards, DashboardCache cache, ObjectMapper json) {
        this.periods = periods;
        this.rollups = rollups;
        this.dashboards = dashboards;
        this.cache = cache;
        this.json = json;
    }

    @GET
    @Operation(
            summary = "How a shop is doing",
            description = "For owners and managers. Headline figures, a series per day, top services and barbers. Kept"
                    + " for ten minutes as long as nothing changes; a change shows within a second or two.")
    @APIResponse(
            responseCode = "200",
            description = "The figures, with ETag and Age",
            content = @Content(schema = @Schema(implementation = Dashboard.class)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the ETag of If-None-Match")
    @APIResponse(responseCode = "400", description = "A parameter is wrong; errors names it")
    @APIResponse(responseCode = "403", description = "The caller is neither owner nor manager of the shop")
    public Response dashboard(@BeanParam PeriodRequest asked, @Context Request request) {
        ShopPeriod period = periods.allowed(asked);
        String version = version(period);
        EntityTag tag = new EntityTag(version, true);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return caching(unchanged, tag).build();
        }
        KeptDashboard dashboard = cache.get(period.shopId() + ":" + version, () -> compute(period));
        return caching(Response.ok(dashboard.json()), tag)
                .header(AGE, dashboard.age(Instant.now()))
                .build();
    }

    /** Names a state of the figures: what it was computed from, and for which days. */
    private String version(ShopPeriod period) {
        return rollups.version(period.shopId()) + "." + period.shop().version() + "." + period.from() + "."
                + period.to();
    }

    private static Response.ResponseBuilder caching(Response.ResponseBuilder answer, EntityTag tag) {
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
    }

    private String compute(ShopPeriod period) {
        try {
            return json.writeValueAsString(dashboards.compute(period));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The dashboard cannot be written as JSON", impossible);
        }
    }
}
