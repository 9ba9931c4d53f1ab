package com.bookedbarber.booking.availability;

/**
 * A barber who could take a visit.
 *
 * @param schedule the barber's time
 * @param visit what the visit takes of it; barbers may need different times for the same services
 */
public record Candidate(BarberSchedule schedule, Visit visit) {}
