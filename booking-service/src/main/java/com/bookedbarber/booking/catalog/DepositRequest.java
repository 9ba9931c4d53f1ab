package com.bookedbarber.booking.catalog;

import com.bookedbarber.platform.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import java.util.Locale;

/**
 * What has to be paid in advance.
 *
 * @param type {@code none}, {@code fixed}, {@code percent} or {@code full}
 * @param value minor units or a percentage; may be left out for {@code none} and {@code full}
 */
public record DepositRequest(
        @NotNull(message = "must be given")
        @Pattern(regexp = "none|fixed|percent|full", message = "must be none, fixed, percent or full")
        String type,

        @Min(value = 0, message = "must not be negative") @Max(value = 10_000_000_000L, message = "is too large")
        Long value) {

    /** The rule; 400 when the value does not fit the type. */
    Deposit toDeposit() {
        Deposit.Type kind = Deposit.Type.valueOf(type.toUpperCase(Locale.ROOT));
        boolean takesValue = kind == Deposit.Type.FIXED || kind == Deposit.Type.PERCENT;
        if (takesValue && value == null) {
            throw ProblemException.invalid("deposit.value", "must be given");
        }
        if (kind == Deposit.Type.PERCENT && value > 100) {
            throw ProblemException.invalid("deposit.value", "must be at most 100");
        }
        return new Deposit(kind, takesValue ? value : 0);
    }

    static DepositRequest of(String type, long value) {
        return new DepositRequest(type, value);
    }
}
