package com.bookedbarber.payment.refund;

import com.bookedbarber.platform.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A refund to give.
 *
 * @param amount how much; everything that is left if it is missing
 * @param reason what the books will say
 */
@Schema(examples = """
                {"amount": {"amount": 900, "currency": "USD"}, "reason": "The chair was broken"}
                """)
public record NewRefund(
        @Valid Money amount,

        @NotBlank(message = "must be given") @Size(max = 500, message = "must have at most 500 characters")
        String reason) {}
