package com.bookedbarber.booking.availability;

import com.bookedbarber.booking.request.FieldFault;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;

/** Why a visit may not start at a time: the rules in the order in which they are asked. */
public enum Refusal {
    TOO_SOON(ErrorCode.TOO_SOON, "The shop needs more notice than that."),
    BEYOND_HORIZON(ErrorCode.BEYOND_HORIZON, "The shop does not take bookings that far ahead yet."),
    OUTSIDE_HOURS(ErrorCode.OUTSIDE_HOURS, "The visit does not fit into the barber's hours of that day."),
    OFF_GRID(ErrorCode.RULE_VIOLATED, "Visits start at the times that the shop offers only."),
    CLOSED(ErrorCode.OUTSIDE_HOURS, "The shop is closed or the barber is away at that time."),
    TAKEN(ErrorCode.SLOT_TAKEN, "The time is already taken.");

    private final ErrorCode code;
    private final String detail;

    Refusal(ErrorCode code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    /** What a client is told, who asked for a time with the field {@code startsAt}. */
    public ProblemException problem() {
        return FieldFault.of(code, "startsAt", detail);
    }
}
