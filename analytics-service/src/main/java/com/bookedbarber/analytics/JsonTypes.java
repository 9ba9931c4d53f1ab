package com.bookedbarber.analytics;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What Jackson reads and writes beside the types in resources' signatures, which Quarkus finds by itself: events, columns
 * of JSON, bodies of a {@code Response}. A native executable has to be told of each; what they hold comes with them. By
 * name, because most of them are their feature's own.
 */
@RegisterForReflection(
        registerFullHierarchy = true,
        classNames = {
            "com.bookedbarber.analytics.fact.AppointmentFact",
            "com.bookedbarber.analytics.fact.AppointmentSnapshot",
            "com.bookedbarber.analytics.fact.MoneyFacts$PaymentFact",
            "com.bookedbarber.analytics.fact.MoneyFacts$RefundFact",
            "com.bookedbarber.analytics.fact.Names$BarberChanged",
            "com.bookedbarber.analytics.fact.Names$Mention",
            "com.bookedbarber.analytics.fact.Names$ServiceChanged",
            "com.bookedbarber.analytics.fact.PaymentFeed$PaymentRefunded",
            "com.bookedbarber.analytics.fact.PaymentFeed$PaymentSucceeded",
            "com.bookedbarber.analytics.fact.ServiceShare",
            "com.bookedbarber.analytics.hours.DatesChanged",
            "com.bookedbarber.analytics.hours.HoursChanged"
        })
final class JsonTypes {

    private JsonTypes() {}
}
