package com.bookedbarber.load.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Makes up what was booked in a shop: regulars who come every few weeks and strangers, visits that took place, some
 * that were cancelled and whose time went to somebody else, some who did not come. The same seed makes the same history.
 */
public final class VisitGenerator {

    private static final int STEP_MINUTES = 15;
    private static final int LONGEST_LEAD_DAYS = 21;

    private final ShopGenerator shops;
    private final OpeningHours hours;
    private final double booked;
    private final Instant now;

    /**
     * A generator.
     *
     * @param booked the share of the working time that live visits take, from 0 to 1
     * @param now what is before it has happened
     */
    public VisitGenerator(ShopGenerator shops, OpeningHours hours, double booked, Instant now) {
        this.shops = shops;
        this.hours = hours;
        this.booked = booked;
        this.now = now;
    }

    /** The visits of some local days, day by day; lazily, because there may be millions. */
    public Stream<PastVisit> visits(GeneratedShop shop, LocalDate from, LocalDate to) {
        var random = shops.history(shop.number());
        return from.datesUntil(to.plusDays(1))
                .filter(day -> hours.days().contains(day.getDayOfWeek()))
                .flatMap(day -> shop.barbers().stream().flatMap(barber -> day(shop, barber, day, random)));
    }

    private Stream<PastVisit> day(
            GeneratedShop shop, GeneratedShop.Barber barber, LocalDate day, RandomGenerator random) {
        return hours.intervals().stream().flatMap(interval -> {
            var start = day.atTime(interval.start()).atZone(shop.zone());
            var end = day.atTime(interval.end()).atZone(shop.zone());
            return filled(shop, barber, start, end, random);
        });
    }

    private Stream<PastVisit> filled(
            GeneratedShop shop,
            GeneratedShop.Barber barber,
            ZonedDateTime start,
            ZonedDateTime end,
            RandomGenerator random) {
        var bookingChance = bookingChance(shop.services());
        var visits = Stream.<PastVisit>builder();
        for (var at = start.toInstant(); at.isBefore(end.toInstant()); ) {
            var service = ShopGenerator.pick(shop.services(), random);
            var ends = at.plus(Duration.ofMinutes(service.minutes()));
            boolean fits = !ends.isAfter(end.toInstant());
            if (fits && random.nextDouble() < 0.08) {
                // Called off; the time is free again for whoever comes next.
                visits.add(visit(shop, barber, service, at, calledOff(at, random), random));
            }
            if (fits && random.nextDouble() < bookingChance) {
                visits.add(visit(shop, barber, service, at, at.isBefore(now) ? "completed" : "confirmed", random));
                at = ends;
            } else {
                at = at.plus(Duration.ofMinutes(STEP_MINUTES));
            }
        }
        return visits.build();
    }

    /** The chance to book at a step, so that booked time and skipped steps come to the wanted share. */
    private double bookingChance(List<GeneratedShop.Service> services) {
        var mean = services.stream()
                .mapToInt(GeneratedShop.Service::minutes)
                .average()
                .orElseThrow();
        return booked * STEP_MINUTES / (mean - booked * mean + booked * STEP_MINUTES);
    }

    private String calledOff(Instant at, RandomGenerator random) {
        return at.isBefore(now) && random.nextInt(3) == 0 ? "no-show" : "cancelled";
    }

    private PastVisit visit(
            GeneratedShop shop,
            GeneratedShop.Barber barber,
            GeneratedShop.Service service,
            Instant startsAt,
            String status,
            RandomGenerator random) {
        var lead = Duration.ofMinutes(30 + random.nextInt(LONGEST_LEAD_DAYS * 24 * 60));
        var created = startsAt.minus(lead);
        if (created.isAfter(now)) {
            created = now.minus(lead);
        }
        return new PastVisit(
                SeededIds.at(created, random),
                shop,
                barber,
                client(shop.clients(), random),
                service,
                startsAt,
                startsAt.plus(Duration.ofMinutes(service.minutes())),
                status,
                created);
    }

    /** A few come often: the square of an even chance puts half of all visits on a quarter of the clients. */
    private static GeneratedShop.Client client(List<GeneratedShop.Client> clients, RandomGenerator random) {
        var chance = random.nextDouble();
        return clients.get((int) (chance * chance * clients.size()));
    }

    /** The first so many of several shops' visits, one shop after the other. */
    public static Iterator<PastVisit> first(long count, Stream<PastVisit> visits) {
        return visits.limit(count).iterator();
    }
}
