package com.bookedbarber.booking.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;

import java.time.LocalDate;
import java.util.UUID;

/** Local dates on which the whole shop is closed, both included. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Closure(UUID id, LocalDate from, LocalDate to, String reason) {}
