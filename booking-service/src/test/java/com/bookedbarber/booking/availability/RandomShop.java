package com.bookedbarber.booking.availability;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A shop at random around a day on which its zone's clocks do something unusual: the facts as plain values, which the
 * rules and the oracle each read in their own way.
 */
record RandomShop(
        ZoneId zone,
        int stepMinutes,
        int minNoticeMinutes,
        int horizonDays,
        Instant now,
        LocalDate from,
        LocalDate to,
        List<DateRange> closedDates,
        List<Range> closedTimes,
        List<Barber> barbers) {

    record Range(Instant from, Instant to) {}

    record DateRange(LocalDate first, LocalDate last) {}

    record Barber(
            UUID id,
            Visit visit,
            Map<DayOfWeek, List<LocalHours>> weekly,
            Map<LocalDate, List<LocalHours>> exceptions,
            List<Range> timeOff,
            List<Range> busy) {

        Candidate candidate() {
            return new Candidate(
                    new BarberSchedule(id, new WorkingHours(weekly, exceptions), spans(timeOff), spans(busy)), visit);
        }
    }

    private record UnusualDay(String zone, String date) {}

    /** Clocks forward, clocks back, by an hour, half an hour, a quarter, a day, at midnight, a minute past it. */
    private static final List<UnusualDay> UNUSUAL_DAYS = List.of(
            new UnusualDay("America/New_York", "2026-03-08"),
            new UnusualDay("America/New_York", "2026-11-01"),
            new UnusualDay("Europe/London", "2026-03-29"),
            new UnusualDay("Europe/London", "2026-10-25"),
            new UnusualDay("Australia/Lord_Howe", "2026-04-05"),
            new UnusualDay("Australia/Lord_Howe", "2026-10-04"),
            new UnusualDay("Asia/Kathmandu", "1986-01-01"),
            new UnusualDay("Asia/Kathmandu", "2026-06-15"),
            new UnusualDay("Pacific/Apia", "2011-12-30"),
            new UnusualDay("Pacific/Apia", "2012-04-01"),
            new UnusualDay("America/Havana", "2026-03-08"),
            new UnusualDay("America/St_Johns", "2010-11-07"));

    private static final int[] STEPS = {5, 10, 15, 20, 30, 45, 50, 60, 97};

    ShopRules rules() {
        TimeSpans.Builder closures = TimeSpans.builder().addAll(spans(closedTimes));
        closedDates.forEach(dates -> closures.addDates(dates.first(), dates.last(), zone));
        return new ShopRules(zone, stepMinutes, minNoticeMinutes, horizonDays, closures.build());
    }

    List<Candidate> candidates() {
        return barbers.stream().map(Barber::candidate).toList();
    }

    static RandomShop from(Random random) {
        UnusualDay day = UNUSUAL_DAYS.get(random.nextInt(UNUSUAL_DAYS.size()));
        ZoneId zone = ZoneId.of(day.zone());
        LocalDate unusual = LocalDate.parse(day.date());
        LocalDate from = unusual.plusDays(random.nextInt(-2, 2));
        Instant around = unusual.atStartOfDay(zone).toInstant();
        return new RandomShop(
                zone,
                STEPS[random.nextInt(STEPS.length)],
                random.nextInt(180),
                random.nextInt(1, 8),
                around.minus(Duration.ofSeconds(random.nextInt(-43_200, 4 * 86_400))),
                from,
                from.plusDays(random.nextInt(3)),
                several(random, 2, 0, () -> dates(random, unusual)),
                several(random, 2, 0, () -> range(random, around, 300)),
                several(random, 3, 1, () -> barber(random, unusual, around)));
    }

    private static Barber barber(Random random, LocalDate unusual, Instant around) {
        Map<DayOfWeek, List<LocalHours>> weekly = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            weekly.put(weekday, several(random, 4, random.nextInt(2), () -> hours(random)));
        }
        Map<LocalDate, List<LocalHours>> exceptions = new HashMap<>();
        if (random.nextInt(3) == 0) {
            exceptions.put(unusual.plusDays(random.nextInt(-2, 3)), several(random, 3, 0, () -> hours(random)));
        }
        Visit visit = new Visit(random.nextInt(5, 150), random.nextInt(3) * 5, random.nextInt(4) * 7);
        return new Barber(
                new UUID(random.nextLong(), random.nextLong()),
                visit,
                weekly,
                exceptions,
                several(random, 3, 0, () -> range(random, around, 600)),
                several(random, 12, 0, () -> range(random, around, 120)));
    }

    private static LocalHours hours(Random random) {
        // Often in the small hours, where clocks change.
        int start = random.nextBoolean() ? random.nextInt(16) * 15 : random.nextInt(1_440);
        int end = start + random.nextInt(20, 900);
        return new LocalHours(minuteOfDay(start), minuteOfDay(end));
    }

    private static LocalTime minuteOfDay(int minutes) {
        return LocalTime.ofSecondOfDay(minutes % 1_440 * 60L);
    }

    private static Range range(Random random, Instant around, int longestMinutes) {
        Instant from = around.plus(Duration.ofMinutes(random.nextInt(-3 * 1_440, 4 * 1_440)));
        return new Range(from, from.plus(Duration.ofMinutes(random.nextInt(1, longestMinutes))));
    }

    private static DateRange dates(Random random, LocalDate unusual) {
        LocalDate first = unusual.plusDays(random.nextInt(-3, 6));
        return new DateRange(first, first.plusDays(random.nextInt(2)));
    }

    private static <T> List<T> several(Random random, int lessThan, int atLeast, Supplier<T> one) {
        List<T> all = new ArrayList<>();
        int count = Math.max(atLeast, random.nextInt(lessThan));
        for (int i = 0; i < count; i++) {
            all.add(one.get());
        }
        return all;
    }

    private static TimeSpans spans(List<Range> ranges) {
        TimeSpans.Builder spans = TimeSpans.builder();
        ranges.forEach(range -> spans.add(range.from(), range.to()));
        return spans.build();
    }
}
