package com.bookedbarber.user.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text without line breaks and other control characters: it goes into mails and lists. */
@Pattern(regexp = "[^\\x00-\\x1f\\x7f]*")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OneLine {

    /** What the field has to be. */
    String message() default "must not contain line breaks or control characters";

    /** As Jakarta Validation wants it. */
    Class<?>[] groups() default {};

    /** As Jakarta Validation wants it. */
    Class<? extends Payload>[] payload() default {};
}
