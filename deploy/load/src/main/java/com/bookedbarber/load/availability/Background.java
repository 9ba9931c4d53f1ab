package com.bookedbarber.load.availability;

import com.bookedbarber.load.history.BookingTables;
import com.bookedbarber.load.history.GeneratedShop;
import com.bookedbarber.load.history.OpeningHours;
import com.bookedbarber.load.history.PastVisit;
import com.bookedbarber.load.history.ShopGenerator;
import com.bookedbarber.load.history.VisitGenerator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everybody else's appointments: shops with a year behind them and a month ahead, as many as it takes. */
final class Background {

    private static final int BARBERS = 5;
    private static final int CLIENTS = 1500;

    /** What such a shop comes to, roughly: an estimate from below, so that there are always enough. */
    private static final int VISITS_OF_A_SHOP = 15_000;

    private final BookingTables tables;
    private final ShopGenerator shops = new ShopGenerator(2);
    private final VisitGenerator visits;
    private final LocalDate today;
    private int nextShop;

    Background(BookingTables tables, Instant now) {
        this.tables = tables;
        this.visits = new VisitGenerator(shops, OpeningHours.USUAL, 0.7, now);
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** Adds as many appointments as are missing to a table of this size. */
    void fillTo(int size) {
        var missing = size - tables.appointments();
        if (missing <= 0) {
            return;
        }
        int first = nextShop;
        nextShop += (int) (missing / VISITS_OF_A_SHOP) + 1;
        var added = IntStream.range(first, nextShop).mapToObj(number -> shops.shop(number, BARBERS, CLIENTS));
        tables.add(added.flatMap(this::withVisits).limit(missing).iterator(), missing);
    }

    private Stream<PastVisit> withVisits(GeneratedShop shop) {
        return visits.visits(shop, today.minusDays(365), today.plusDays(30));
    }
}
