package com.bookedbarber.booking.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The definition of a slot read aloud, minute by minute and with nothing but {@code java.time}: slow, plain, and written
 * without a look at how the rules do it.
 */
final class SlotOracle {

    record Found(LocalDate date, Instant startsAt, Instant endsAt, UUID barberId) {}

    private final RandomShop shop;

    SlotOracle(RandomShop shop) {
        this.shop = shop;
    }

    /** Every minute of the requested range and a day on either side. */
    List<Instant> minutes() {
        Instant first = shop.from().minusDays(1).atStartOfDay(shop.zone()).toInstant();
        Instant last = shop.to().plusDays(2).atStartOfDay(shop.zone()).toInstant();
        return Stream.iterate(first, minute -> minute.isBefore(last), minute -> minute.plus(Duration.ofMinutes(1)))
                .toList();
    }

    List<Found> slots() {
        List<Found> found = new ArrayList<>();
        for (Instant start : minutes()) {
            LocalDate date = start.atZone(shop.zone()).toLocalDate();
            if (date.isBefore(shop.from()) || date.isAfter(shop.to())) {
                continue;
            }
            for (RandomShop.Barber barber : shop.barbers()) {
                if (isSlot(barber, start)) {
                    found.add(new Found(date, start, end(barber, start), barber.id()));
                }
            }
        }
        return found;
    }

    boolean isSlot(RandomShop.Barber barber, Instant start) {
        Instant end = end(barber, start);
        return isOnGrid(start)
                && isBookableNow(start)
                && isWithinHours(barber, start, end)
                && isOpen(barber, start, end)
                && isFree(barber, start);
    }

    boolean isFree(RandomShop.Barber barber, Instant start) {
        Instant from = start.minus(Duration.ofMinutes(barber.visit().bufferBeforeMinutes()));
        Instant to = end(barber, start).plus(Duration.ofMinutes(barber.visit().bufferAfterMinutes()));
        return barber.busy().stream().noneMatch(range -> overlaps(range, from, to));
    }

    private boolean isOnGrid(Instant start) {
        LocalTime time = start.atZone(shop.zone()).toLocalTime();
        return (time.getHour() * 60 + time.getMinute()) % shop.stepMinutes() == 0;
    }

    private boolean isBookableNow(Instant start) {
        Instant earliest = shop.now().plus(Duration.ofMinutes(shop.minNoticeMinutes()));
        LocalDate today = shop.now().atZone(shop.zone()).toLocalDate();
        LocalDate date = start.atZone(shop.zone()).toLocalDate();
        return !start.isBefore(earliest) && !date.isAfter(today.plusDays(shop.horizonDays()));
    }

    private boolean isWithinHours(RandomShop.Barber barber, Instant start, Instant end) {
        LocalDate date = start.atZone(shop.zone()).toLocalDate();
        for (LocalDate day = date.minusDays(4); day.isBefore(date.plusDays(4)); day = day.plusDays(1)) {
            boolean dayExists = day.atStartOfDay(shop.zone()).toLocalDate().equals(day);
            List<LocalHours> hours = barber.exceptions().containsKey(day)
                    ? barber.exceptions().get(day)
                    : barber.weekly().get(day.getDayOfWeek());
            for (LocalHours interval : dayExists ? hours : List.<LocalHours>of()) {
                LocalDate lastDay = interval.end().isAfter(interval.start()) ? day : day.plusDays(1);
                Instant opens =
                        ZonedDateTime.of(day, interval.start(), shop.zone()).toInstant();
                Instant closes =
                        ZonedDateTime.of(lastDay, interval.end(), shop.zone()).toInstant();
                if (!start.isBefore(opens) && !end.isAfter(closes)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isOpen(RandomShop.Barber barber, Instant start, Instant end) {
        boolean closedDay = shop.closedDates().stream()
                .map(dates -> new RandomShop.Range(
                        dates.first().atStartOfDay(shop.zone()).toInstant(),
                        dates.last().plusDays(1).atStartOfDay(shop.zone()).toInstant()))
                .anyMatch(range -> overlaps(range, start, end));
        return !closedDay
                && shop.closedTimes().stream().noneMatch(range -> overlaps(range, start, end))
                && barber.timeOff().stream().noneMatch(range -> overlaps(range, start, end));
    }

    private static boolean overlaps(RandomShop.Range range, Instant from, Instant to) {
        return range.from().isBefore(to)
                && from.isBefore(range.to())
                && range.from().isBefore(range.to());
    }

    private static Instant end(RandomShop.Barber barber, Instant start) {
        return start.plus(Duration.ofMinutes(barber.visit().durationMinutes()));
    }
}
