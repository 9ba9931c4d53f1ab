package com.bookedbarber.booking.availability;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The moments at which one barber could start the visit, whatever the step.
 *
 * @param barberId the barber
 * @param durationMillis how long the visit takes this barber
 * @param moments when it may start
 */
record FreeStarts(UUID barberId, long durationMillis, TimeSpans moments) {

    /**
     * Turns "the visit must lie inside, must not touch" into sets of starts: an interval loses the visit's duration at
     * its end, and whatever must not be touched grows by it towards the past.
     */
    static FreeStarts of(Candidate candidate, List<Interval> intervals, TimeSpans closures, Instant earliest) {
        Visit visit = candidate.visit();
        BarberSchedule schedule = candidate.schedule();
        long duration = visit.durationMillis();
        // The first whole millisecond that is not before the notice.
        long notBefore = earliest.plusNanos(999_999).toEpochMilli();
        TimeSpans.Builder inside = TimeSpans.builder();
        for (Interval interval : intervals) {
            inside.add(Math.max(interval.from(), notBefore), interval.to() - duration + 1);
        }
        TimeSpans blocked = TimeSpans.builder()
                .addAll(schedule.busy().widened(duration + visit.afterMillis() - 1, visit.beforeMillis()))
                .addAll(closures.widened(duration - 1, 0))
                .addAll(schedule.timeOff().widened(duration - 1, 0))
                .build();
        return new FreeStarts(schedule.barberId(), duration, inside.build().without(blocked));
    }
}
