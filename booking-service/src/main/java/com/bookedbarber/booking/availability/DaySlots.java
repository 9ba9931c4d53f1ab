package com.bookedbarber.booking.availability;

import java.time.LocalDate;
import java.util.List;

/**
 * The slots of one day.
 *
 * @param date the local date on which the slots start
 * @param slots sorted by start, then end; empty when nothing is free
 */
public record DaySlots(LocalDate date, List<Slot> slots) {}
