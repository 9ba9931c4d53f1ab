package com.bookedbarber.booking.availability;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A time that can be booked.
 *
 * @param startsAt when the visit starts
 * @param endsAt when it ends, exclusive; without buffers
 * @param barberIds who could take it, at least one, sorted
 */
public record Slot(Instant startsAt, Instant endsAt, List<UUID> barberIds) {}
