package com.bookedbarber.booking.policy;

import com.bookedbarber.booking.cancellation.CancellationPolicy;
import com.bookedbarber.booking.cancellation.CancellationTier;
import com.bookedbarber.platform.money.Money;
import com.bookedbarber.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import java.time.LocalTime;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;

/** A shop's new policy; what is left out stays as it is. */
public record PolicyRequest(
        @Min(value = 0, message = "must be at least 0") @Max(value = 43_200, message = "must be at most 43200")
        Integer minNoticeMinutes,

        @Min(value = 0, message = "must be at least 0") @Max(value = 730, message = "must be at most 730")
        Integer horizonDays,

        @Min(value = 1, message = "must be at least 1") @Max(value = 1_440, message = "must be at most 1440")
        Integer slotStepMinutes,

        @Min(value = 1, message = "must be at least 1") @Max(value = 1_440, message = "must be at most 1440")
        Integer holdMinutes,

        @Size(max = 5, message = "must have at most 5 entries")
        List<
                        @NotNull(message = "must be given") @Min(value = 1, message = "must be at least 1")
                        @Max(value = BookingPolicy.MAX_REMINDER_HOURS, message = "must be at most 168") Integer>
                reminderHours,

        @Valid Quiet quietHours,

        @Pattern(regexp = "standard|lenient|strict", message = "must be standard, lenient or strict")
        String cancellationPreset,

        @Size(min = 1, max = 10, message = "must have 1 to 10 tiers")
        List<@NotNull(message = "must be given") @Valid Tier> cancellationTiers,

        @Valid Money noShowFee,
        Boolean firstVisitGrace) {

    /** Quiet hours in the client's local time. */
    public record Quiet(
            @NotNull(message = "must be given") LocalTime from,
            @NotNull(message = "must be given") LocalTime to) {}

    /** One tier of the cancellation terms. */
    public record Tier(
            @Min(value = 0, message = "must be at least 0") @Max(value = 8_760, message = "must be at most 8760")
            int hoursBefore,

            @Min(value = 0, message = "must be at least 0") @Max(value = 100, message = "must be at most 100")
            int refundPercent,

            @Valid Money fee) {}

    BookingPolicy onTopOf(BookingPolicy present, String currency) {
        return new BookingPolicy(
                or(minNoticeMinutes, present.minNoticeMinutes()),
                or(horizonDays, present.horizonDays()),
                or(slotStepMinutes, present.slotStepMinutes()),
                or(holdMinutes, present.holdMinutes()),
                reminderHours == null ? present.reminderHours() : distinct(reminderHours),
                quietHours == null ? present.quietHours() : new QuietHours(quietHours.from(), quietHours.to()),
                cancellation(base(present.cancellation(), currency), currency));
    }

    private CancellationPolicy base(CancellationPolicy present, String currency) {
        return switch (cancellationPreset) {
            case null -> present;
            case "lenient" -> CancellationPolicy.lenient(Currency.getInstance(currency));
            case "strict" -> CancellationPolicy.strict(Currency.getInstance(currency));
            default -> CancellationPolicy.standard(Currency.getInstance(currency));
        };
    }

    private CancellationPolicy cancellation(CancellationPolicy base, String currency) {
        return new CancellationPolicy(
                cancellationTiers == null ? base.tiers() : tiers(currency),
                noShowFee == null ? base.noShowFee() : amount("noShowFee", noShowFee, currency),
                or(firstVisitGrace, base.firstVisitGrace()));
    }

    private List<CancellationTier> tiers(String currency) {
        List<Integer> hours = cancellationTiers.stream().map(Tier::hoursBefore).toList();
        if (!hours.contains(0) || new HashSet<>(hours).size() != hours.size()) {
            throw ProblemException.invalid(
                    "cancellationTiers", "must have one tier for 0 hours, and no two for the same hours");
        }
        return cancellationTiers.stream()
                .map(tier -> new CancellationTier(
                        tier.hoursBefore(),
                        tier.refundPercent(),
                        tier.fee() == null ? 0 : amount("cancellationTiers.fee", tier.fee(), currency)))
                .toList();
    }

    private static long amount(String field, Money money, String currency) {
        if (!money.currency().equals(currency)) {
            throw ProblemException.invalid(field + ".currency", "must be the shop's, " + currency);
        }
        return money.amount();
    }

    private static List<Integer> distinct(List<Integer> hours) {
        if (new HashSet<>(hours).size() != hours.size()) {
            throw ProblemException.invalid("reminderHours", "must not repeat");
        }
        return hours;
    }

    private static <T> T or(T given, T present) {
        return given == null ? present : given;
    }
}
