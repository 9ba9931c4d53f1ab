package com.bookedbarber.analytics.report;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;

/** Figures to take away, for owners and managers. */
@Path("/api/v1/analytics/reports")
@Authenticated
@RunOnVirtualThread
@Tag(name = "Analytics")
public class ReportResource {

    private static final String REPORTS = "/api/v1/analytics/reports/";

    private final Reports reports;

    ReportResource(Reports reports) {
        this.reports = reports;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Have a report written", description = "It is kept for a week.")
    @APIResponse(
            responseCode = "202",
            description = "It will be written; Location tells how far it is",
            content = @Content(schema = @Schema(implementation = Report.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors names it")
    @APIResponse(responseCode = "403", description = "The caller is neither owner nor manager of the shop")
    public Response order(@Valid @NotNull(message = "must be given") ReportRequest request) {
        Report report = reports.order(request);
        // As a header and not through location(), which would make it absolute with this service's own address.
        return Response.accepted(report)
                .header(HttpHeaders.LOCATION, REPORTS + report.id())
                .build();
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "How far a report is")
    public Report status(@PathParam("id") UUID id) {
        return reports.require(id);
    }

    @GET
    @Path("/{id}/download")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Fetch a report")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {@Content(mediaType = "text/csv"), @Content(mediaType = "application/pdf")})
    @APIResponse(responseCode = "409", description = "It is not done yet, or has failed")
    public Response download(@PathParam("id") UUID id) {
        Report report = reports.requireDone(id);
        StreamingOutput content = out -> reports.send(id, out);
        return Response.ok(content)
                .type(report.format().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + report.fileName() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
