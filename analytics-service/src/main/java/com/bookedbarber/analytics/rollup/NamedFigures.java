package com.bookedbarber.analytics.rollup;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The figures of one barber or service.
 *
 * @param date the first day of the period they belong to; null for a whole range
 * @param name as it is called today; empty if that was never told
 */
public record NamedFigures(LocalDate date, UUID id, String name, Figures figures) {}
