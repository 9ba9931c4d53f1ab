package com.bookedbarber.analytics.series;

import com.bookedbarber.analytics.hours.BarberHours;
import com.bookedbarber.analytics.hours.WorkingHours;
import com.bookedbarber.analytics.period.Grouping;
import com.bookedbarber.analytics.period.ShopPeriod;
import com.bookedbarber.analytics.rollup.Dimension;
import com.bookedbarber.analytics.rollup.Figures;
import com.bookedbarber.analytics.rollup.RollupReader;
import com.bookedbarber.platform.money.Money;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Groups the sums of days into the items of a series. */
@ApplicationScoped
class SeriesFigures {

    private final RollupReader rollups;
    private final BarberHours hours;

    SeriesFigures(RollupReader rollups, BarberHours hours) {
        this.rollups = rollups;
        this.hours = hours;
    }

    List<Points.Revenue> revenue(ShopPeriod period, Grouping grouping) {
        String currency = period.shop().currency();
        return grouped(period, grouping).entrySet().stream()
                .map(group -> revenue(group.getKey(), group.getValue(), currency))
                .toList();
    }

    private static Points.Revenue revenue(LocalDate date, Figures figures, String currency) {
        return new Points.Revenue(
                date,
                Money.of(figures.gross(), currency),
                Money.of(figures.net(), currency),
                Money.of(figures.refunds(), currency),
                Money.of(figures.tips(), currency));
    }

    List<Points.Appointments> appointments(ShopPeriod period, Grouping grouping) {
        return grouped(period, grouping).entrySet().stream()
                .map(group -> appointments(group.getKey(), group.getValue()))
                .toList();
    }

    private static Points.Appointments appointments(LocalDate date, Figures figures) {
        return new Points.Appointments(
                date, figures.booked(), figures.completed(), figures.cancelled(), figures.noShow());
    }

    List<Points.Occupancy> occupancy(ShopPeriod period, Grouping grouping) {
        WorkingHours working = hours.of(period.shopId());
        Map<LocalDate, Long> minutes = new TreeMap<>();
        period.days().forEach(day -> minutes.merge(grouping.start(day), working.minutesOn(day), Long::sum));
        return grouped(period, grouping).entrySet().stream()
                .map(group -> occupancy(
                        group.getKey(), group.getValue().bookedMinutes(), minutes.getOrDefault(group.getKey(), 0L)))
                .toList();
    }

    private static Points.Occupancy occupancy(LocalDate date, long booked, long working) {
        return new Points.Occupancy(date, booked, working, WorkingHours.occupancy(booked, working));
    }

    List<Points.Barber> barbers(ShopPeriod period, Grouping grouping) {
        String currency = period.shop().currency();
        return rollups.perPeriod(Dimension.BARBER, period, grouping).stream()
                .map(named -> {
                    Figures figures = named.figures();
                    return new Points.Barber(
                            named.date(),
                            named.id(),
                            named.name(),
                            figures.booked(),
                            figures.completed(),
                            figures.cancelled(),
                            figures.noShow(),
                            figures.bookedMinutes(),
                            Money.of(figures.gross(), currency),
                            Money.of(figures.net(), currency),
                            Money.of(figures.refunds(), currency),
                            Money.of(figures.tips(), currency));
                })
                .toList();
    }

    List<Points.Service> services(ShopPeriod period, Grouping grouping) {
        String currency = period.shop().currency();
        return rollups.perPeriod(Dimension.SERVICE, period, grouping).stream()
                .map(named -> {
                    Figures figures = named.figures();
                    return new Points.Service(
                            named.date(),
                            named.id(),
                            named.name(),
                            figures.booked(),
                            figures.completed(),
                            figures.cancelled(),
                            figures.noShow(),
                            figures.bookedMinutes(),
                            Money.of(figures.gross(), currency),
                            Money.of(figures.net(), currency),
                            Money.of(figures.refunds(), currency),
                            Money.of(figures.tips(), currency));
                })
                .toList();
    }

    private Map<LocalDate, Figures> grouped(ShopPeriod period, Grouping grouping) {
        Map<LocalDate, Figures> groups = new TreeMap<>();
        rollups.days(period).forEach((day, figures) -> groups.merge(grouping.start(day), figures, Figures::plus));
        return groups;
    }
}
