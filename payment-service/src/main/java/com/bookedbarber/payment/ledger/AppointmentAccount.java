package com.bookedbarber.payment.ledger;

import java.util.UUID;

/**
 * An appointment as the books know it.
 *
 * @param currency the ISO 4217 code of all its money
 * @param closed whether the visit is over, in whatever way
 */
public record AppointmentAccount(UUID appointmentId, UUID shopId, String currency, boolean closed) {}
