package com.bookedbarber.booking.diary;

import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.query.QueryValue;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** When a visit can be booked. */
@Path("/api/v1/shops/{shopId}/availability")
@Tag(name = "Availability")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AvailabilityResource {

    private static final int MAX_SERVICES = 10;
    private static final String ANY = "any";

    private final OpenTimes openTimes;

    AvailabilityResource(OpenTimes openTimes) {
        this.openTimes = openTimes;
    }

    @GET
    @PermitAll
    @Operation(summary = "The slots of a range of days that can be booked right now")
    @APIResponse(responseCode = "200", description = "One entry per day, also for those without slots")
    @APIResponse(responseCode = "400", description = "A parameter is missing or wrong; at most 92 days")
    @APIResponse(responseCode = "404", description = "No such shop, service or barber")
    @APIResponse(responseCode = "422", description = "The barber does not do this, or it is not offered now")
    public OpenTimes.Calendar find(
            @PathParam("shopId") UUID shopId,
            @Parameter(description = "What is to be done; repeat it for several services") @RestQuery
                    List<String> serviceId,
            @Parameter(description = "By whom; any or none for anybody") @RestQuery String barberId,
            @Parameter(description = "The first local date; today when left out") @RestQuery String from,
            @Parameter(description = "The last local date, included; the first when left out") @RestQuery String to) {
        List<UUID> services = services(serviceId);
        UUID barber = ANY.equals(barberId) ? null : QueryValue.id("barberId", barberId);
        return openTimes.find(shopId, services, barber, AskedDays.of(from, to));
    }

    private static List<UUID> services(List<String> texts) {
        List<UUID> ids = texts == null
                ? List.of()
                : texts.stream()
                        .map(text -> QueryValue.requireId("serviceId", text))
                        .toList();
        if (ids.isEmpty()) {
            throw ProblemException.invalid("serviceId", "must be given");
        }
        if (ids.size() > MAX_SERVICES || new HashSet<>(ids).size() != ids.size()) {
            throw ProblemException.invalid("serviceId", "must be at most 10 different services");
        }
        return ids;
    }
}
