package com.bookedbarber.payment.payment;

import com.bookedbarber.platform.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.UUID;

/**
 * A payment to make. How much is decided by what is owed.
 *
 * @param tip beside what is owed, in the same currency; may be missing
 * @param giftCardCode not available yet
 */
@Schema(examples = """
                {"appointmentId": "01990c3e-6a3f-7c1e-9b0a-5f6f1c2d3e43", "purpose": "deposit", "method": {"token": "tok_visa"}}
                """)
public record NewPayment(
        @NotNull(message = "must be given") UUID appointmentId,

        @NotNull(message = "must be deposit, balance or full")
        Purpose purpose,

        @Valid Money tip,

        @Size(max = 100, message = "must have at most 100 characters")
        String giftCardCode,

        @Valid @NotNull(message = "must be given") Method method) {

    /**
     * How to pay.
     *
     * @param token the provider's token for the client's card
     */
    public record Method(
            @NotBlank(message = "must be given")
            @Size(max = 255, message = "must have at most 255 characters")
            @Schema(example = "tok_visa")
            String token) {}

    long tipAmount() {
        return tip == null ? 0 : tip.amount();
    }
}
