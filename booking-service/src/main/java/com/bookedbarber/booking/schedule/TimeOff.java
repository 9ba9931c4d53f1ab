package com.bookedbarber.booking.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;

import java.time.Instant;
import java.util.UUID;

/**
 * When a barber is away.
 *
 * @param endsAt exclusive
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimeOff(UUID id, Instant startsAt, Instant endsAt, String reason) {}
