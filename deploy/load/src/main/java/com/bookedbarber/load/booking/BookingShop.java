package com.bookedbarber.load.booking;

import com.bookedbarber.load.history.BookingTables;
import com.bookedbarber.load.history.GeneratedShop;
import com.bookedbarber.load.history.OpeningHours;
import com.bookedbarber.load.history.ShopGenerator;
import com.bookedbarber.load.sql.AdminSql;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;

/** A shop whose many barbers never close, so that a bench can book half hours for minutes without asking twice. */
record BookingShop(GeneratedShop shop, BookedTimes times) {

    private static final int BARBERS = 200;
    private static final int HORIZON_DAYS = 700;

    /** From midnight to the next. */
    private static final OpeningHours ALWAYS = new OpeningHours(
            EnumSet.allOf(DayOfWeek.class), List.of(new OpeningHours.Interval(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));

    static BookingShop add(AdminSql sql) {
        var start = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(30));
        var times = new BookedTimes(BARBERS, start);
        var base = new ShopGenerator(3).shop(1, 1, 1);
        var shop = new GeneratedShop(
                base.id(),
                base.number(),
                base.slug(),
                base.name(),
                ZoneOffset.UTC,
                "USD",
                times.barberIds()
                        .map(id -> new GeneratedShop.Barber(id, "Barber"))
                        .toList(),
                base.services(),
                base.clients());
        new BookingTables(sql).add(shop, ALWAYS, HORIZON_DAYS, 30);
        return new BookingShop(shop, times);
    }

    /** The body of a request for one of the times. */
    String request(BookedTimes.Time time) {
        return "{\"shopId\":\"%s\",\"serviceIds\":[\"%s\"],\"barberId\":\"%s\",\"startsAt\":\"%s\"}"
                .formatted(shop.id(), shop.services().getFirst().id(), time.barberId(), time.startsAt());
    }
}
