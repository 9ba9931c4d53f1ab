package com.bookedbarber.payment;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What Jackson reads and writes beside the types in resources' signatures, which Quarkus finds by itself: events, columns
 * of JSON, bodies of a {@code Response}. A native executable has to be told of each; what they hold comes with them. By
 * name, because most of them are their feature's own.
 */
@RegisterForReflection(
        registerFullHierarchy = true,
        classNames = {
            "com.bookedbarber.payment.payment.PaymentAnswer",
            "com.bookedbarber.payment.payment.PaymentEvents$Failed",
            "com.bookedbarber.payment.payment.PaymentEvents$Succeeded",
            "com.bookedbarber.payment.payment.PaymentResource$Approval",
            "com.bookedbarber.payment.refund.BookingFeed$Unwanted",
            "com.bookedbarber.payment.refund.RefundAnswer",
            "com.bookedbarber.payment.refund.RefundSettlement$Refunded"
        })
final class JsonTypes {

    private JsonTypes() {}
}
