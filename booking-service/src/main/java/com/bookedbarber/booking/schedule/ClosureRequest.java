package com.bookedbarber.booking.schedule;

import com.bookedbarber.platform.id.Ids;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.query.QueryValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.time.LocalDate;

/**
 * Days on which the whole shop is closed.
 *
 * @param to the last one; the first when left out
 */
public record ClosureRequest(
        @NotNull(message = "must be given") LocalDate from,
        LocalDate to,

        @Size(max = 500, message = "must have at most 500 characters")
        String reason) {

    Closure toClosure() {
        LocalDate last = to == null ? from : to;
        if (last.isBefore(from)) {
            throw ProblemException.invalid("to", "must not be before from");
        }
        QueryValue.requireSensible("from", from);
        QueryValue.requireSensible("to", last);
        return new Closure(Ids.next(), from, last, reason);
    }
}
