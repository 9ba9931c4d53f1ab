package com.bookedbarber.booking.appointment;

import org.jboss.resteasy.reactive.RestQuery;

import java.util.List;

/** Which appointments to list; a {@code @BeanParam}. */
public class AppointmentQuery {

    @RestQuery
    String shopId;

    @RestQuery
    String barberId;

    @RestQuery
    String clientId;

    @RestQuery
    List<String> status;

    @RestQuery
    String from;

    @RestQuery
    String to;
}
