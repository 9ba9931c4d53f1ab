package com.bookedbarber.booking.text;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A name that fits on a line: without line breaks, tabs and other control characters, which no mail subject and no
 * calendar could show.
 */
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = "[^\\u0000-\\u001f\\u007f-\\u009f]*")
@ReportAsSingleViolation
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainName {

    /** What the name has to be. */
    String message() default "must not contain control characters";

    /** As with every constraint. */
    Class<?>[] groups() default {};

    /** As with every constraint. */
    Class<? extends Payload>[] payload() default {};
}
