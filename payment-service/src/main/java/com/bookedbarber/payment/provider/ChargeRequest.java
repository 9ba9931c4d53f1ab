package com.bookedbarber.payment.provider;

import com.bookedbarber.platform.money.Money;

import java.util.UUID;

/**
 * Money to charge.
 *
 * @param paymentId the key: one charge for each
 * @param total amount and tip
 * @param methodToken the provider's token for the client's card
 */
public record ChargeRequest(UUID paymentId, Money total, String methodToken) {}
