package com.bookedbarber.booking.availability;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class AvailabilityTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final UUID ANNA = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);
    private static final LocalDate MONDAY = LocalDate.parse("2026-06-01");
    private static final Instant LONG_BEFORE = Instant.parse("2026-05-20T12:00:00Z");
    private static final Visit HALF_HOUR = new Visit(30, 0, 0);

    @Test
    void shouldOfferEveryStepAtWhichTheVisitStillFits() {
        assertThat(starts(MONDAY, working(ANNA, LocalHours.of("09:00", "10:15")), HALF_HOUR))
                .containsExactly("09:00", "09:30");
    }

    @Test
    void shouldAlignToLocalMidnightNotToTheOpening() {
        assertThat(starts(MONDAY, working(ANNA, LocalHours.of("09:10", "10:40")), HALF_HOUR))
                .containsExactly("09:30", "10:00");
    }

    @Test
    void shouldNotSpanTwoIntervalsThatTouch() {
        BarberSchedule schedule = working(ANNA, LocalHours.of("09:00", "10:00"), LocalHours.of("10:00", "11:00"));

        assertThat(starts(MONDAY, schedule, new Visit(60, 0, 0))).containsExactly("09:00", "10:00");
    }

    @Test
    void shouldLetBuffersReachOutsideTheHours() {
        assertThat(starts(MONDAY, working(ANNA, LocalHours.of("09:00", "09:30")), new Visit(30, 15, 15)))
                .containsExactly("09:00");
    }

    @Test
    void shouldAddUpTheBuffersOfNeighbours() {
        // An appointment 10:00–10:30 that keeps 10 minutes on either side, and a visit that keeps 20 before and 30
        // after.
        BarberSchedule schedule =
                busy(working(ANNA, LocalHours.of("09:00", "12:00")), "2026-06-01T13:50:00Z", "2026-06-01T14:40:00Z");

        assertThat(starts(MONDAY, schedule, new Visit(30, 20, 30))).containsExactly("11:00", "11:30");
        assertThat(starts(MONDAY, schedule, new Visit(30, 10, 20))).containsExactly("09:00", "11:00", "11:30");
    }

    @Test
    void shouldOfferTimesThatTouchABusyRange() {
        BarberSchedule schedule =
                busy(working(ANNA, LocalHours.of("09:00", "11:00")), "2026-06-01T13:30:00Z", "2026-06-01T14:30:00Z");

        assertThat(starts(MONDAY, schedule, HALF_HOUR)).containsExactly("09:00", "10:30");
    }

    @Test
    void shouldReplaceTheWeeklyHoursOfADateByItsException() {
        BarberSchedule schedule = new BarberSchedule(
                ANNA,
                new WorkingHours(
                        Map.of(DayOfWeek.MONDAY, List.of(LocalHours.of("09:00", "17:00"))),
                        Map.of(MONDAY, List.of(LocalHours.of("20:00", "21:00")), MONDAY.plusDays(7), List.of())),
                TimeSpans.none(),
                TimeSpans.none());

        assertThat(starts(MONDAY, schedule, HALF_HOUR)).containsExactly("20:00", "20:30");
        assertThat(starts(MONDAY.plusDays(7), schedule, HALF_HOUR)).isEmpty();
    }

    @Test
    void shouldListSlotsAfterMidnightUnderTheirOwnDate() {
        BarberSchedule schedule = new BarberSchedule(
                ANNA,
                new WorkingHours(Map.of(DayOfWeek.MONDAY, List.of(LocalHours.of("23:00", "01:00"))), Map.of()),
                TimeSpans.none(),
                TimeSpans.none());

        assertThat(starts(MONDAY, schedule, HALF_HOUR)).containsExactly("23:00", "23:30");
        assertThat(starts(MONDAY.plusDays(1), schedule, HALF_HOUR)).containsExactly("00:00", "00:30");
    }

    @Test
    void shouldCutHoursByTimeOffAndClosures() {
        BarberSchedule atWork = working(ANNA, LocalHours.of("09:00", "12:00"));
        BarberSchedule schedule = new BarberSchedule(
                ANNA,
                atWork.hours(),
                TimeSpans.of(Instant.parse("2026-06-01T13:45:00Z"), Instant.parse("2026-06-01T14:00:00Z")),
                TimeSpans.none());
        TimeSpans closedFromEleven =
                TimeSpans.of(Instant.parse("2026-06-01T15:00:00Z"), Instant.parse("2026-06-01T22:00:00Z"));

        List<DaySlots> days = new Availability(new ShopRules(NEW_YORK, 30, 15, 30, closedFromEleven), LONG_BEFORE)
                .slots(List.of(new Candidate(schedule, HALF_HOUR)), MONDAY, MONDAY);

        assertThat(localStarts(days.getFirst())).containsExactly("09:00", "10:00", "10:30");
    }

    @Test
    void shouldStartWithTheNoticeAndEndWithTheHorizon() {
        BarberSchedule schedule = working(ANNA, LocalHours.of("09:00", "10:30"));
        Instant quarterPastNine = Instant.parse("2026-06-01T13:15:00Z");
        Availability availability =
                new Availability(new ShopRules(NEW_YORK, 30, 15, 1, TimeSpans.none()), quarterPastNine);

        List<DaySlots> days =
                availability.slots(List.of(new Candidate(schedule, HALF_HOUR)), MONDAY, MONDAY.plusDays(2));

        assertThat(days)
                .extracting(AvailabilityTest::localStarts)
                .containsExactly(List.of("09:30", "10:00"), List.of("09:00", "09:30", "10:00"), List.<String>of());
    }

    @Test
    void shouldOfferBothComingsOfARepeatedHour() {
        LocalDate clocksGoBack = LocalDate.parse("2026-11-01");

        List<Slot> slots = day(clocksGoBack, working(ANNA, LocalHours.of("00:30", "02:30")), new Visit(60, 0, 0));

        assertThat(slots)
                .extracting(slot ->
                        slot.startsAt().atZone(NEW_YORK).toOffsetDateTime().toString())
                .containsExactly(
                        "2026-11-01T00:30-04:00",
                        "2026-11-01T01:00-04:00",
                        "2026-11-01T01:30-04:00",
                        "2026-11-01T01:00-05:00",
                        "2026-11-01T01:30-05:00");
    }

    @Test
    void shouldSkipTheHourThatClocksSkip() {
        LocalDate clocksGoForward = LocalDate.parse("2026-03-08");

        List<Slot> slots = day(clocksGoForward, working(ANNA, LocalHours.of("01:00", "04:00")), new Visit(60, 0, 0));

        assertThat(slots)
                .extracting(
                        slot -> slot.startsAt().atZone(NEW_YORK).toLocalTime().toString())
                .containsExactly("01:00", "01:30", "03:00");
    }

    @Test
    void shouldHaveNoHoursOnADateThatNeverWas() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        LocalDate skippedFriday = LocalDate.parse("2011-12-30");
        BarberSchedule fridaysOnly = new BarberSchedule(
                ANNA,
                new WorkingHours(Map.of(DayOfWeek.FRIDAY, List.of(LocalHours.of("09:00", "17:00"))), Map.of()),
                TimeSpans.none(),
                TimeSpans.none());

        List<DaySlots> days = new Availability(
                        new ShopRules(apia, 30, 0, 30, TimeSpans.none()), Instant.parse("2011-12-20T00:00:00Z"))
                .slots(
                        List.of(new Candidate(fridaysOnly, HALF_HOUR)),
                        skippedFriday.minusDays(1),
                        skippedFriday.plusDays(1));

        assertThat(days).hasSize(3).allSatisfy(day -> assertThat(day.slots()).isEmpty());
    }

    @Test
    void shouldUniteBarbersAndTellTheirEndsApart() {
        List<DaySlots> days = new Availability(rules(), LONG_BEFORE)
                .slots(
                        List.of(
                                new Candidate(working(BEN, LocalHours.of("09:00", "09:30")), HALF_HOUR),
                                new Candidate(working(ANNA, LocalHours.of("09:00", "10:00")), HALF_HOUR),
                                new Candidate(
                                        working(new UUID(0, 3), LocalHours.of("09:00", "09:45")), new Visit(45, 0, 0))),
                        MONDAY,
                        MONDAY);

        Instant nine = Instant.parse("2026-06-01T13:00:00Z");
        assertThat(days.getFirst().slots())
                .containsExactly(
                        new Slot(nine, nine.plusSeconds(1_800), List.of(ANNA, BEN)),
                        new Slot(nine, nine.plusSeconds(2_700), List.of(new UUID(0, 3))),
                        new Slot(nine.plusSeconds(1_800), nine.plusSeconds(3_600), List.of(ANNA)));
    }

    @Test
    void shouldNameTheFirstRuleThatABookingBreaks() {
        BarberSchedule schedule =
                busy(working(ANNA, LocalHours.of("09:00", "12:00")), "2026-06-01T13:30:00Z", "2026-06-01T14:00:00Z");
        TimeSpans closedFromEleven =
                TimeSpans.of(Instant.parse("2026-06-01T15:00:00Z"), Instant.parse("2026-06-01T22:00:00Z"));
        Availability availability = new Availability(
                new ShopRules(NEW_YORK, 30, 15, 5, closedFromEleven), Instant.parse("2026-06-01T12:50:00Z"));
        Candidate anna = new Candidate(schedule, HALF_HOUR);

        assertThat(availability.mayStart(anna, Instant.parse("2026-06-01T13:00:00Z")))
                .contains(Refusal.TOO_SOON);
        assertThat(availability.mayStart(anna, Instant.parse("2026-06-07T13:00:00Z")))
                .contains(Refusal.BEYOND_HORIZON);
        assertThat(availability.mayStart(anna, Instant.parse("2026-06-01T19:00:00Z")))
                .contains(Refusal.OUTSIDE_HOURS);
        assertThat(availability.mayStart(anna, Instant.parse("2026-06-01T14:05:00Z")))
                .contains(Refusal.OFF_GRID);
        assertThat(availability.mayStart(anna, Instant.parse("2026-06-01T14:00:30Z")))
                .contains(Refusal.OFF_GRID);
        assertThat(availability.mayStart(anna, Instant.parse("2026-06-01T15:00:00Z")))
                .contains(Refusal.CLOSED);
        assertThat(availability.mayStart(anna, Instant.parse("2026-06-01T13:30:00Z")))
                .contains(Refusal.TAKEN);
        assertThat(availability.mayStart(anna, Instant.parse("2026-06-01T14:00:00Z")))
                .isEmpty();
    }

    @Test
    void shouldLetStaffIgnoreEverythingButOverlaps() {
        Availability availability = new Availability(rules(), Instant.parse("2026-06-01T20:00:00Z"));
        Candidate anna = new Candidate(
                busy(working(ANNA, LocalHours.of("09:00", "12:00")), "2026-06-01T13:30:00Z", "2026-06-01T14:00:00Z"),
                HALF_HOUR);

        assertThat(availability.mayStartForStaff(anna, Instant.parse("2026-06-01T09:07:00Z")))
                .isEmpty();
        assertThat(availability.mayStartForStaff(anna, Instant.parse("2026-12-01T03:00:00Z")))
                .isEmpty();
        assertThat(availability.mayStartForStaff(anna, Instant.parse("2026-06-01T13:59:00Z")))
                .contains(Refusal.TAKEN);
    }

    @Test
    void shouldTellWhichAppointmentsNewHoursLeaveOutside() {
        Availability availability = new Availability(rules(), LONG_BEFORE);
        BarberSchedule newHours = working(ANNA, LocalHours.of("10:00", "12:00"));

        assertThat(availability.isOpenFor(
                        newHours, Instant.parse("2026-06-01T13:30:00Z"), Instant.parse("2026-06-01T14:30:00Z")))
                .isFalse();
        assertThat(availability.isOpenFor(
                        newHours, Instant.parse("2026-06-01T14:00:00Z"), Instant.parse("2026-06-01T16:00:00Z")))
                .isTrue();
    }

    private static ShopRules rules() {
        return new ShopRules(NEW_YORK, 30, 15, 365, TimeSpans.none());
    }

    private static BarberSchedule working(UUID barber, LocalHours... hours) {
        Map<DayOfWeek, List<LocalHours>> weekly = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            weekly.put(day, List.of(hours));
        }
        return new BarberSchedule(barber, new WorkingHours(weekly, Map.of()), TimeSpans.none(), TimeSpans.none());
    }

    private static BarberSchedule busy(BarberSchedule schedule, String from, String to) {
        return new BarberSchedule(
                schedule.barberId(),
                schedule.hours(),
                schedule.timeOff(),
                TimeSpans.of(Instant.parse(from), Instant.parse(to)));
    }

    private static List<Slot> day(LocalDate date, BarberSchedule schedule, Visit visit) {
        Instant weekBefore =
                date.minusDays(7).atTime(LocalTime.NOON).atZone(NEW_YORK).toInstant();
        return new Availability(rules(), weekBefore)
                .slots(List.of(new Candidate(schedule, visit)), date, date)
                .getFirst()
                .slots();
    }

    private static List<String> starts(LocalDate date, BarberSchedule schedule, Visit visit) {
        return localStarts(new DaySlots(date, day(date, schedule, visit)));
    }

    private static List<String> localStarts(DaySlots day) {
        return day.slots().stream()
                .map(slot -> slot.startsAt().atZone(NEW_YORK).toLocalTime().toString())
                .toList();
    }
}
