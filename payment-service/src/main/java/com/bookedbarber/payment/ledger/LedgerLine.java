package com.bookedbarber.payment.ledger;

import com.bookedbarber.platform.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of a shop's books.
 *
 * @param transactionId the lines of one transaction add up to zero
 * @param kind {@code payment}, {@code refund} or {@code release}
 * @param account see {@link LedgerAccount}
 * @param amount debits are positive, credits negative
 * @param paymentId null for a release
 * @param refundId null unless it is a refund
 */
@Schema(name = "LedgerEntry")
public record LedgerLine(
        UUID id,
        UUID transactionId,
        Instant occurredAt,
        String kind,
        String account,
        Money amount,
        UUID appointmentId,
        UUID paymentId,
        UUID refundId) {}
