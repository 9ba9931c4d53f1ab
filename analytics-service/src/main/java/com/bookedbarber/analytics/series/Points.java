package com.bookedbarber.analytics.series;

import com.bookedbarber.platform.money.Money;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.LocalDate;
import java.util.UUID;

/** The items of the series. */
final class Points {

    private Points() {}

    /** Money that moved. */
    @Schema(name = "RevenuePoint")
    record Revenue(LocalDate date, Money gross, Money net, Money refunds, Money tips) {}

    /** Appointments that start then. */
    @Schema(name = "AppointmentsPoint")
    record Appointments(LocalDate date, long booked, long completed, long cancelled, long noShow) {}

    /** How much of the working time was booked. */
    @Schema(name = "OccupancyPoint")
    record Occupancy(
            LocalDate date,
            long bookedMinutes,

            @Schema(description = "By the barbers' weekly hours; 0 when none are known")
            long workingMinutes,

            double occupancy) {}

    /** What a barber did. */
    @Schema(name = "BarberPoint")
    record Barber(
            LocalDate date,
            UUID barberId,
            String name,
            long booked,
            long completed,
            long cancelled,
            long noShow,
            long bookedMinutes,
            Money gross,
            Money net,
            Money refunds,
            Money tips) {}

    /** What was done of a service; its money is its part of the visits' money, in proportion to the prices. */
    @Schema(name = "ServicePoint")
    record Service(
            LocalDate date,
            UUID serviceId,
            String name,
            long booked,
            long completed,
            long cancelled,
            long noShow,
            long bookedMinutes,
            Money gross,
            Money net,
            Money refunds,
            Money tips) {}

    /** Who came, and who came again. Of whole weeks and months, even where the range begins or ends within one. */
    @Schema(name = "RetentionPoint")
    record Retention(
            LocalDate date,
            long clients,

            @Schema(description = "Whose first visit of all it was") @JsonProperty("new")
            long firstTime,

            long returning,

            @Schema(description = "Who had also come in the day, week or month before")
            long retained,

            @Schema(description = "Retained of the clients of the day, week or month before, 0 to 1")
            double retentionRate) {}
}
