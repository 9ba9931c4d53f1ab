package com.bookedbarber.booking.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Says when visits can start in a shop at a moment: the same rules list the slots and judge a booking, so that what is
 * listed can be booked and nothing else can by a client.
 *
 * <p>A slot starts at a local time of the shop whose minutes since local midnight are a multiple of the step; where
 * clocks go back, both instants of a repeated time count. The visit lies inside one interval of the barber's hours and
 * touches no closure and no time off. An interval belongs to the date it starts on, and a date that the zone skipped has
 * none; a slot after midnight is listed under its own date. Buffers may reach outside the hours, and the buffers of
 * neighbours add up. It starts no earlier than the notice and on a date within the horizon.
 */
public final class Availability {

    /**
     * How many days before and after a date have hours that can matter to it: two before where a date was skipped, one
     * after where clocks went back over midnight.
     */
    public static final int HOURS_DAYS_AROUND = 2;

    private static final Comparator<Candidate> BY_DURATION_AND_ID = Comparator.<Candidate>comparingInt(
                    candidate -> candidate.visit().durationMinutes())
            .thenComparing(candidate -> candidate.schedule().barberId(), BarberSchedule.BY_ID);

    private final ShopRules shop;
    private final Instant earliest;
    private final LocalDate latest;

    /** The rules of a shop as they are at a moment. */
    public Availability(ShopRules shop, Instant now) {
        this.shop = shop;
        this.earliest = now.plus(Duration.ofMinutes(shop.minNoticeMinutes()));
        this.latest = LocalDate.ofInstant(now, shop.zone()).plusDays(shop.horizonDays());
    }

    /**
     * Lists the slots of every date of a range, both ends included.
     *
     * @param candidates who may take the visit; exceptions must be known {@link #HOURS_DAYS_AROUND} days around the
     *     range, time off and busy ranges as far as a visit in the range can reach
     * @return one entry per date, also for those without slots
     */
    public List<DaySlots> slots(List<Candidate> candidates, LocalDate from, LocalDate to) {
        LocalTimeline timeline = LocalTimeline.around(shop.zone(), from, to);
        List<FreeStarts> free = new ArrayList<>(candidates.size());
        for (Candidate candidate :
                candidates.stream().sorted(BY_DURATION_AND_ID).toList()) {
            free.add(FreeStarts.of(
                    candidate, intervals(candidate.schedule(), from, to, timeline), shop.closures(), earliest));
        }
        SlotSweep sweep = new SlotSweep(free);
        List<DaySlots> days = new ArrayList<>();
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            boolean bookable = !date.isAfter(latest);
            days.add(new DaySlots(
                    date, bookable ? sweep.slots(timeline.grid(date, shop.slotStepMinutes())) : List.of()));
        }
        return days;
    }

    /** Judges a client's booking: empty if the visit may start then, else the first rule it breaks. */
    public Optional<Refusal> mayStart(Candidate candidate, Instant startsAt) {
        if (startsAt.isBefore(earliest)) {
            return Optional.of(Refusal.TOO_SOON);
        }
        LocalDateTime local = LocalDateTime.ofInstant(startsAt, shop.zone());
        if (local.toLocalDate().isAfter(latest)) {
            return Optional.of(Refusal.BEYOND_HORIZON);
        }
        Instant endsAt = startsAt.plusMillis(candidate.visit().durationMillis());
        if (!withinOneInterval(candidate.schedule(), startsAt, endsAt)) {
            return Optional.of(Refusal.OUTSIDE_HOURS);
        }
        if (!isOnGrid(local.toLocalTime())) {
            return Optional.of(Refusal.OFF_GRID);
        }
        if (isCut(candidate.schedule(), startsAt, endsAt)) {
            return Optional.of(Refusal.CLOSED);
        }
        return mayStartForStaff(candidate, startsAt);
    }

    /** Judges a booking by staff, who may ignore notice, horizon, hours and step, but never overlap. */
    public Optional<Refusal> mayStartForStaff(Candidate candidate, Instant startsAt) {
        Visit visit = candidate.visit();
        long start = startsAt.toEpochMilli();
        boolean taken = candidate
                .schedule()
                .busy()
                .overlaps(start - visit.beforeMillis(), start + visit.durationMillis() + visit.afterMillis());
        return taken ? Optional.of(Refusal.TAKEN) : Optional.empty();
    }

    /** Whether the barber works and the shop is open all the while: tells which appointments new hours leave outside. */
    public boolean isOpenFor(BarberSchedule schedule, Instant startsAt, Instant endsAt) {
        return withinOneInterval(schedule, startsAt, endsAt) && !isCut(schedule, startsAt, endsAt);
    }

    private boolean withinOneInterval(BarberSchedule schedule, Instant startsAt, Instant endsAt) {
        LocalDate date = LocalDate.ofInstant(startsAt, shop.zone());
        List<Interval> intervals = intervals(schedule, date, date, LocalTimeline.around(shop.zone(), date, date));
        long start = startsAt.toEpochMilli();
        long end = endsAt.toEpochMilli();
        return intervals.stream().anyMatch(interval -> interval.from() <= start && end <= interval.to());
    }

    private boolean isCut(BarberSchedule schedule, Instant startsAt, Instant endsAt) {
        long start = startsAt.toEpochMilli();
        long end = endsAt.toEpochMilli();
        return shop.closures().overlaps(start, end) || schedule.timeOff().overlaps(start, end);
    }

    private boolean isOnGrid(LocalTime time) {
        int minutes = time.getHour() * 60 + time.getMinute();
        return minutes % shop.slotStepMinutes() == 0 && time.getSecond() == 0 && time.getNano() == 0;
    }

    private static List<Interval> intervals(
            BarberSchedule schedule, LocalDate from, LocalDate to, LocalTimeline timeline) {
        List<Interval> intervals = new ArrayList<>();
        LocalDate last = to.plusDays(HOURS_DAYS_AROUND);
        for (LocalDate date = from.minusDays(HOURS_DAYS_AROUND); !date.isAfter(last); date = date.plusDays(1)) {
            List<LocalHours> hours = schedule.hours().on(date);
            if (hours.isEmpty() || !timeline.exists(date)) {
                continue;
            }
            for (LocalHours interval : hours) {
                LocalDate lastDate = interval.endsNextDay() ? date.plusDays(1) : date;
                intervals.add(new Interval(timeline.at(date, interval.start()), timeline.at(lastDate, interval.end())));
            }
        }
        return intervals;
    }
}
