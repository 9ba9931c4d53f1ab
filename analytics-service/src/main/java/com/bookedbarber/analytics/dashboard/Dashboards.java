package com.bookedbarber.analytics.dashboard;

import com.bookedbarber.analytics.hours.BarberHours;
import com.bookedbarber.analytics.hours.WorkingHours;
import com.bookedbarber.analytics.period.ShopPeriod;
import com.bookedbarber.analytics.rollup.Dimension;
import com.bookedbarber.analytics.rollup.Figures;
import com.bookedbarber.analytics.rollup.NamedFigures;
import com.bookedbarber.analytics.rollup.RollupReader;
import com.bookedbarber.platform.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Computes dashboards from the sums. */
@ApplicationScoped
class Dashboards {

    private static final int TOP = 5;

    private final RollupReader rollups;
    private final BarberHours hours;

    Dashboards(RollupReader rollups, BarberHours hours) {
        this.rollups = rollups;
        this.hours = hours;
    }

    /** The dashboard of these days; a transaction only so that one connection serves all the queries. */
    @Transactional
    Dashboard compute(ShopPeriod period) {
        Map<LocalDate, Figures> days = rollups.days(period);
        Figures total = days.values().stream().reduce(Figures.NONE, Figures::plus);
        WorkingHours working = hours.of(period.shopId());
        long workingMinutes = period.days().mapToLong(working::minutesOn).sum();
        RollupReader.ClientCounts clients = rollups.clients(period);
        String currency = period.shop().currency();
        return new Dashboard(
                period.shopId(),
                period.from(),
                period.to(),
                period.timeZone().getId(),
                revenue(total, currency),
                new Dashboard.Appointments(total.booked(), total.completed(), total.cancelled(), total.noShow()),
                WorkingHours.occupancy(total.bookedMinutes(), workingMinutes),
                new Dashboard.Clients(clients.firstTime(), clients.returning()),
                days.entrySet().stream()
                        .map(day -> day(day.getKey(), day.getValue(), currency))
                        .toList(),
                services(period, currency),
                barbers(period, currency),
                Instant.now());
    }

    private static Dashboard.Revenue revenue(Figures total, String currency) {
        return new Dashboard.Revenue(
                Money.of(total.gross(), currency),
                Money.of(total.net(), currency),
                Money.of(total.refunds(), currency),
                Money.of(total.tips(), currency));
    }

    private static Dashboard.Day day(LocalDate date, Figures figures, String currency) {
        return new Dashboard.Day(date, figures.booked(), figures.completed(), Money.of(figures.gross(), currency));
    }

    private List<Dashboard.Service> services(ShopPeriod period, String currency) {
        return rollups.top(Dimension.SERVICE, period, TOP).stream()
                .map(top -> new Dashboard.Service(
                        top.id(),
                        top.name(),
                        top.figures().booked(),
                        top.figures().completed(),
                        gross(top, currency)))
                .toList();
    }

    private List<Dashboard.Barber> barbers(ShopPeriod period, String currency) {
        return rollups.top(Dimension.BARBER, period, TOP).stream()
                .map(top -> new Dashboard.Barber(
                        top.id(),
                        top.name(),
                        top.figures().booked(),
                        top.figures().completed(),
                        gross(top, currency)))
                .toList();
    }

    private static Money gross(NamedFigures figures, String currency) {
        return Money.of(figures.figures().gross(), currency);
    }
}
