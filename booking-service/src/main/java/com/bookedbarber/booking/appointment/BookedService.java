package com.bookedbarber.booking.appointment;

import java.util.UUID;

/**
 * A service of an appointment, as it was when it was booked.
 *
 * @param price minor units
 */
public record BookedService(UUID serviceId, String name, long price, int durationMinutes) {}
