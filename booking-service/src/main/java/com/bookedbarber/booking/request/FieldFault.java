package com.bookedbarber.booking.request;

import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.FieldError;
import com.bookedbarber.platform.problem.ProblemException;

import java.util.List;

/** Refuses what a field asks for although it is well-formed: the code says why, and {@code errors} which field it is. */
public final class FieldFault {

    private FieldFault() {}

    /**
     * The refusal.
     *
     * @param field the path of the field as the client wrote it
     * @param detail the reason as a sentence for the client
     */
    public static ProblemException of(ErrorCode code, String field, String detail) {
        return new ProblemException(code, detail).with("errors", List.of(new FieldError(field, detail)));
    }
}
