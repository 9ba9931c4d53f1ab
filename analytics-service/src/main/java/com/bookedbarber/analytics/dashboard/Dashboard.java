package com.bookedbarber.analytics.dashboard;

import com.bookedbarber.platform.money.Money;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * How a shop is doing. Appointments count on the local day they start, money on the local day it moves.
 *
 * @param days every day from {@code from} to {@code to}, quiet ones too
 * @param topServices the five that earned most
 * @param topBarbers the five that earned most
 * @param asOf when these figures were computed
 */
@Schema(name = "Dashboard")
record Dashboard(
        UUID shopId,
        LocalDate from,
        LocalDate to,
        String timeZone,
        Revenue revenue,
        Appointments appointments,

        @Schema(description = "Booked part of the working time, 0 to 1; above 1 when booked beyond the hours")
        double occupancy,

        Clients clients,
        List<Day> days,
        List<Service> topServices,
        List<Barber> topBarbers,
        Instant asOf) {

    /** Money of the range. */
    @Schema(name = "DashboardRevenue")
    record Revenue(
            @Schema(description = "Payments that succeeded, without tips")
            Money gross,

            @Schema(description = "Gross less refunds") Money net,
            Money refunds,
            Money tips) {}

    /** Appointments of the range. */
    @Schema(name = "DashboardAppointments")
    record Appointments(
            @Schema(description = "All that were ever more than a hold, whatever became of them")
            long booked,

            long completed,
            long cancelled,
            long noShow) {}

    /** Clients of the range; nobody is both new and returning. */
    @Schema(name = "DashboardClients")
    record Clients(
            @Schema(description = "Whose first visit of all is in the range") @JsonProperty("new")
            long firstTime,

            @Schema(description = "Who have visited before the range")
            long returning) {}

    /** One day. */
    @Schema(name = "DashboardDay")
    record Day(
            LocalDate date,
            long booked,
            long completed,

            @Schema(description = "Payments that succeeded, without tips")
            Money revenue) {}

    /** One service. */
    @Schema(name = "DashboardService")
    record Service(
            UUID serviceId,
            String name,
            long booked,
            long completed,

            @Schema(description = "Its part of the payments, in proportion to the prices of a visit's services")
            Money revenue) {}

    /** One barber. */
    @Schema(name = "DashboardBarber")
    record Barber(
            UUID barberId,
            String name,
            long booked,
            long completed,

            @Schema(description = "Payments for their appointments, without tips")
            Money revenue) {}
}
