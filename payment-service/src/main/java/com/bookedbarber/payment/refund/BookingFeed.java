package com.bookedbarber.payment.refund;

import com.bookedbarber.payment.appointment.Appointment;
import com.bookedbarber.platform.event.Events;
import com.bookedbarber.platform.event.FeedHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.UUID;

/** Hears from the booking-service when visits are over or called off, and which money nobody wants. */
@ApplicationScoped
class BookingFeed implements FeedHandler {

    private final EndedAppointments ended;
    private final ObjectMapper json;

    BookingFeed(EndedAppointments ended, ObjectMapper json) {
        this.ended = ended;
        this.json = json;
    }

    @Override
    public String source() {
        return "booking-service";
    }

    @Override
    public void handle(CloudEvent event) {
        switch (event.getType()) {
            case "booking.appointment.completed", "booking.appointment.cancelled", "booking.appointment.no-show" ->
                ended.settle(UUID.fromString(event.getId()), Events.data(event, Appointment.class, json));
            case "booking.payment.unwanted" ->
                ended.giveBack(
                        UUID.fromString(event.getId()),
                        Events.data(event, Unwanted.class, json).paymentId());
            default -> {
                // The other events are for others.
            }
        }
    }

    /** Money for an appointment that cannot take it any more. */
    private record Unwanted(UUID paymentId) {}
}
