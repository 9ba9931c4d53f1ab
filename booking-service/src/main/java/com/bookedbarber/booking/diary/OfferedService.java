package com.bookedbarber.booking.diary;

import com.bookedbarber.booking.catalog.ServiceTerms;

import java.util.UUID;

/**
 * A service as a booking sees it.
 *
 * @param terms as the service says; a barber may have other ones
 */
public record OfferedService(UUID id, String name, ServiceTerms terms, boolean active) {}
