package com.bookedbarber.booking.catalog;

import com.bookedbarber.platform.event.Outbox;
import com.bookedbarber.platform.money.Money;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.UUID;

/** Tells the other services what is offered and by whom. */
@ApplicationScoped
class CatalogEvents {

    private final Outbox outbox;

    CatalogEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void changed(Service service) {
        tell(service, service.active);
    }

    /** A deleted service is one that is not offered any more. */
    void deleted(Service service) {
        tell(service, false);
    }

    void changed(Barber barber) {
        outbox.append(
                "booking.barber.changed",
                barber.id,
                new BarberChanged(barber.id, barber.shopId, barber.displayName, barber.userId, barber.active));
    }

    private void tell(Service service, boolean active) {
        outbox.append(
                "booking.service.changed",
                service.id,
                new ServiceChanged(
                        service.id,
                        service.shopId,
                        service.name,
                        service.category,
                        Money.of(service.price, service.currency),
                        active));
    }

    record ServiceChanged(UUID serviceId, UUID shopId, String name, String category, Money price, boolean active) {}

    record BarberChanged(UUID barberId, UUID shopId, String displayName, UUID userId, boolean active) {}
}
