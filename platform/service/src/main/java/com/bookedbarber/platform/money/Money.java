package com.bookedbarber.platform.money;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * An amount of money.
 *
 * @param amount in minor units of the currency, such as cents; up to ten billion
 * @param currency the ISO 4217 code, such as {@code USD}
 */
@RegisterForReflection
public record Money(
        @Min(value = 0, message = "must not be negative") @Max(value = 10_000_000_000L, message = "is too large")
        long amount,

        @NotNull(message = "must be given") @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code")
        String currency) {

    /** That many minor units. */
    public static Money of(long amount, String currency) {
        return new Money(amount, currency);
    }

    /** Nothing, in that currency. */
    public static Money zero(String currency) {
        return new Money(0, currency);
    }
}
