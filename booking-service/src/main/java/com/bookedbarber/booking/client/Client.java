package com.bookedbarber.booking.client;

import java.time.ZoneId;
import java.util.UUID;

/**
 * Who an appointment is for.
 *
 * @param recordId the shop's record of the client
 * @param userId the account it belongs to, or null for a guest
 * @param email in lower case; null once the client was erased
 * @param phone may be null
 * @param timeZone in which the client reads times; null for the shop's
 */
public record Client(UUID recordId, UUID userId, String name, String email, String phone, ZoneId timeZone) {}
