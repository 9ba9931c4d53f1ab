package com.bookedbarber.analytics.period;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The parameters of every question about a shop's figures; a {@code @BeanParam}. */
public class PeriodRequest {

    @RestQuery
    @Parameter(description = "The shop", required = true, schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    String shopId;

    @RestQuery
    @Parameter(
            description = "First day, in the shop's zone; 29 days before the last one if left out",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    String from;

    @RestQuery
    @Parameter(
            description = "Last day, in the shop's zone; today if left out. At most 366 days",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    String to;
}
