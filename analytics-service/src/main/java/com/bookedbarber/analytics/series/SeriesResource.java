package com.bookedbarber.analytics.series;

import com.bookedbarber.analytics.period.Grouping;
import com.bookedbarber.analytics.period.PeriodRequest;
import com.bookedbarber.analytics.period.Periods;
import com.bookedbarber.analytics.period.ShopPeriod;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import java.util.List;
import java.util.function.BiFunction;

/** One question at a time, per day, week or month; for owners and managers. */
@Path("/api/v1/analytics")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analytics")
public class SeriesResource {

    private static final String GROUP_BY = "day (the default), week from Monday, or month";

    private final Periods periods;
    private final SeriesFigures figures;
    private final Retention retention;

    SeriesResource(Periods periods, SeriesFigures figures, Retention retention) {
        this.periods = periods;
        this.figures = figures;
        this.retention = retention;
    }

    @GET
    @Path("/revenue")
    @Operation(summary = "Money that moved", description = "On the local day of the payment or refund.")
    public Series<Points.Revenue> revenue(
            @BeanParam PeriodRequest asked, @RestQuery @Parameter(description = GROUP_BY) String groupBy) {
        return answer(asked, groupBy, figures::revenue);
    }

    @GET
    @Path("/appointments")
    @Operation(
            summary = "Appointments and what became of them",
            description = "On the local day of the start. Holds count once they are confirmed.")
    public Series<Points.Appointments> appointments(
            @BeanParam PeriodRequest asked, @RestQuery @Parameter(description = GROUP_BY) String groupBy) {
        return answer(asked, groupBy, figures::appointments);
    }

    @GET
    @Path("/barbers")
    @Operation(summary = "What each barber did", description = "Barbers without any figures are left out.")
    public Series<Points.Barber> barbers(
            @BeanParam PeriodRequest asked, @RestQuery @Parameter(description = GROUP_BY) String groupBy) {
        return answer(asked, groupBy, figures::barbers);
    }

    @GET
    @Path("/services")
    @Operation(summary = "What was done of each service", description = "Services without any figures are left out.")
    public Series<Points.Service> services(
            @BeanParam PeriodRequest asked, @RestQuery @Parameter(description = GROUP_BY) String groupBy) {
        return answer(asked, groupBy, figures::services);
    }

    @GET
    @Path("/clients/retention")
    @Operation(
            summary = "Who came, and who came again",
            description = "Cancelled and missed appointments are no visits. Weeks and months count as a whole.")
    public Series<Points.Retention> retention(
            @BeanParam PeriodRequest asked, @RestQuery @Parameter(description = GROUP_BY) String groupBy) {
        return answer(asked, groupBy, retention::of);
    }

    @GET
    @Path("/occupancy")
    @Operation(
            summary = "How much of the working time was booked",
            description = "By the barbers' weekly hours as they were on the day, without time off and exceptions.")
    public Series<Points.Occupancy> occupancy(
            @BeanParam PeriodRequest asked, @RestQuery @Parameter(description = GROUP_BY) String groupBy) {
        return answer(asked, groupBy, figures::occupancy);
    }

    private <T> Series<T> answer(PeriodRequest asked, String groupBy, BiFunction<ShopPeriod, Grouping, List<T>> items) {
        Grouping grouping = Grouping.of(groupBy);
        ShopPeriod period = periods.allowed(asked);
        return Series.of(period, grouping, items.apply(period, grouping));
    }
}
