package com.bookedbarber.booking;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What Jackson reads and writes beside the types in resources' signatures, which Quarkus finds by itself: events, columns
 * of JSON, bodies of a {@code Response}. A native executable has to be told of each; what they hold comes with them. By
 * name, because most of them are their feature's own.
 */
@RegisterForReflection(
        registerFullHierarchy = true,
        classNames = {
            "com.bookedbarber.booking.appointment.AppointmentSnapshot",
            "com.bookedbarber.booking.appointment.AppointmentView",
            "com.bookedbarber.booking.appointment.BookedService",
            "com.bookedbarber.booking.appointment.CancellationPreview",
            "com.bookedbarber.booking.appointment.IncomingMoney$Unwanted",
            "com.bookedbarber.booking.calendar.CalendarResource$FeedView",
            "com.bookedbarber.booking.cancellation.CancellationPolicy",
            "com.bookedbarber.booking.catalog.BarberView",
            "com.bookedbarber.booking.catalog.CatalogEvents$BarberChanged",
            "com.bookedbarber.booking.catalog.CatalogEvents$ServiceChanged",
            "com.bookedbarber.booking.catalog.ServiceView",
            "com.bookedbarber.booking.client.AccountFeed$Account",
            "com.bookedbarber.booking.client.ShopClients$ClientRecord",
            "com.bookedbarber.booking.diary.ShopRow$BarberJson",
            "com.bookedbarber.booking.diary.ShopRow$ClosureJson",
            "com.bookedbarber.booking.diary.ShopRow$ServiceJson",
            "com.bookedbarber.booking.hold.PaymentFeed$Failed",
            "com.bookedbarber.booking.hold.PaymentFeed$Refunded",
            "com.bookedbarber.booking.hold.PaymentFeed$Succeeded",
            "com.bookedbarber.booking.policy.BookingPolicy",
            "com.bookedbarber.booking.policy.PolicyView",
            "com.bookedbarber.booking.schedule.ClosureResource$Closed",
            "com.bookedbarber.booking.schedule.HoursEntry",
            "com.bookedbarber.booking.schedule.ScheduleEvents$BarberHours",
            "com.bookedbarber.booking.schedule.ScheduleEvents$HoursChanged",
            "com.bookedbarber.booking.schedule.TimeOffResource$Away"
        })
final class JsonTypes {

    private JsonTypes() {}
}
