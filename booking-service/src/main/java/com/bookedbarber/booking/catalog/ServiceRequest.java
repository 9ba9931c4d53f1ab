package com.bookedbarber.booking.catalog;

import com.bookedbarber.booking.text.PlainName;
import com.bookedbarber.platform.money.Money;
import com.bookedbarber.platform.problem.FieldError;
import com.bookedbarber.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A service to offer, or changes to one: what is left out of a change stays as it is. */
@Schema(examples = """
                {"name": "Haircut", "category": "Hair", "durationMinutes": 30, "bufferAfterMinutes": 5,
                 "price": {"amount": 4500, "currency": "USD"}, "deposit": {"type": "percent", "value": 20}}
                """)
public record ServiceRequest(
        @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
        @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank")
        @PlainName
        String name,

        @Size(max = 100, message = "must have at most 100 characters") @PlainName
        String category,

        @Min(value = 1, message = "must be at least 1") @Max(value = 720, message = "must be at most 720")
        Integer durationMinutes,

        @Min(value = 0, message = "must be at least 0") @Max(value = 240, message = "must be at most 240")
        Integer bufferBeforeMinutes,

        @Min(value = 0, message = "must be at least 0") @Max(value = 240, message = "must be at most 240")
        Integer bufferAfterMinutes,

        @Valid Money price,
        @Valid DepositRequest deposit,
        Boolean active) {

    /** 400 unless everything is there that a new service needs. */
    void requireComplete() {
        List<FieldError> missing = new ArrayList<>();
        if (name == null) {
            missing.add(new FieldError("name", "must be given"));
        }
        if (durationMinutes == null) {
            missing.add(new FieldError("durationMinutes", "must be given"));
        }
        if (price == null) {
            missing.add(new FieldError("price", "must be given"));
        }
        if (!missing.isEmpty()) {
            throw ProblemException.invalid(missing);
        }
    }

    /** Writes what is given into the service. */
    void applyTo(Service service) {
        service.name = name == null ? service.name : name.strip();
        service.category = category == null ? service.category : category.isBlank() ? null : category.strip();
        service.durationMinutes = or(durationMinutes, service.durationMinutes);
        service.bufferBeforeMinutes = or(bufferBeforeMinutes, service.bufferBeforeMinutes);
        service.bufferAfterMinutes = or(bufferAfterMinutes, service.bufferAfterMinutes);
        service.active = active == null ? service.active : active;
        if (price != null) {
            service.price = inCurrency(price, service.currency);
        }
        if (deposit != null) {
            Deposit rule = deposit.toDeposit();
            service.depositType = rule.type().name().toLowerCase(Locale.ROOT);
            service.depositValue = rule.value();
        }
    }

    private static long inCurrency(Money price, String currency) {
        if (!price.currency().equals(currency)) {
            throw ProblemException.invalid("price.currency", "must be the shop's, " + currency);
        }
        return price.amount();
    }

    private static int or(Integer given, int present) {
        return given == null ? present : given;
    }
}
