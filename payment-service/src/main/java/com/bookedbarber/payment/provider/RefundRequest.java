package com.bookedbarber.payment.provider;

import com.bookedbarber.platform.money.Money;

import java.util.UUID;

/**
 * Money to give back.
 *
 * @param refundId the key: one refund for each
 * @param chargeRef the provider's name for the charge
 */
public record RefundRequest(UUID refundId, String chargeRef, Money amount) {}
