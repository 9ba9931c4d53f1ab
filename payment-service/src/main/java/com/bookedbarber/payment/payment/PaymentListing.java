package com.bookedbarber.payment.payment;

import com.bookedbarber.platform.identity.Callers;
import com.bookedbarber.platform.identity.ShopAccess;
import com.bookedbarber.platform.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.UUID;

/** Lists payments: a shop's for its staff, their own for everybody else. */
@ApplicationScoped
class PaymentListing {

    private final PaymentRepository payments;
    private final Callers callers;
    private final ShopAccess access;

    PaymentListing(PaymentRepository payments, Callers callers, ShopAccess access) {
        this.payments = payments;
        this.callers = callers;
        this.access = access;
    }

    /** What the caller may see, newest first, one more than the page has; null for what does not matter. */
    List<Payment> list(UUID shopId, UUID appointmentId, PageRequest page) {
        UUID staffed = shopId == null && appointmentId != null ? payments.shopOf(appointmentId) : shopId;
        boolean everybodys = staffed != null && access.worksIn(staffed);
        return everybodys
                ? payments.page(staffed, appointmentId, null, page)
                : payments.page(
                        shopId, appointmentId, callers.current().userId().orElseThrow(), page);
    }
}
