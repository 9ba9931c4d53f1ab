package com.bookedbarber.payment.refund;

import com.bookedbarber.platform.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A refund to give.
 *
 * @param amount how much; everything that is left if it is missing
 * @param reason what the books will say
 */
public record NewRefund(
        @Valid Money amount,

        @NotBlank(message = "must be given") @Size(max = 500, message = "must have at most 500 characters")
        String reason) {}
