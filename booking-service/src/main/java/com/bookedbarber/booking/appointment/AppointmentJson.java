package com.bookedbarber.booking.appointment;

import com.bookedbarber.booking.cancellation.CancellationPolicy;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Arrays;
import java.util.List;

/** The parts of an appointment that are kept as JSON. */
@ApplicationScoped
class AppointmentJson {

    private final ObjectMapper json;
    private final ObjectReader services;
    private final ObjectReader cancellation;

    AppointmentJson(ObjectMapper json) {
        this.json = json;
        this.services = json.readerFor(BookedService[].class);
        this.cancellation = json.readerFor(CancellationPolicy.class);
    }

    List<BookedService> services(String text) {
        try {
            return Arrays.asList(services.<BookedService[]>readValue(text));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("The services of an appointment cannot be read", unreadable);
        }
    }

    CancellationPolicy cancellation(String text) {
        try {
            return cancellation.readValue(text);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("The cancellation policy of an appointment cannot be read", unreadable);
        }
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
