package com.bookedbarber.booking.schedule;

import com.bookedbarber.platform.id.Ids;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.query.QueryValue;
import jakarta.validation.constraints.Size;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Time off: from an instant to another, or whole local days, both included. */
public record TimeOffRequest(
        Instant startsAt,
        Instant endsAt,
        LocalDate from,
        LocalDate to,

        @Size(max = 500, message = "must have at most 500 characters")
        String reason) {

    TimeOff toTimeOff(ZoneId zone) {
        return from != null || to != null ? wholeDays(zone) : hours();
    }

    private TimeOff wholeDays(ZoneId zone) {
        if (from == null || startsAt != null || endsAt != null) {
            throw ProblemException.invalid("from", "must be given, without startsAt and endsAt");
        }
        LocalDate last = to == null ? from : to;
        if (last.isBefore(from)) {
            throw ProblemException.invalid("to", "must not be before from");
        }
        QueryValue.requireSensible("from", from);
        QueryValue.requireSensible("to", last);
        return new TimeOff(
                Ids.next(),
                from.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant(),
                reason);
    }

    private TimeOff hours() {
        if (startsAt == null) {
            throw ProblemException.invalid("startsAt", "must be given");
        }
        if (endsAt == null || !endsAt.isAfter(startsAt)) {
            throw ProblemException.invalid("endsAt", "must be after startsAt");
        }
        QueryValue.requireSensible("startsAt", startsAt);
        QueryValue.requireSensible("endsAt", endsAt);
        return new TimeOff(Ids.next(), startsAt, endsAt, reason);
    }
}
