package com.bookedbarber.analytics.fact;

import com.bookedbarber.platform.money.Money;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A service of a visit and its share of the visit's money: in proportion to the prices, or even if all are free.
 *
 * @param position 0 for the first
 * @param weightBefore the weights of the services before it
 * @param weight its own
 * @param weightOfAll the weights of all
 */
record ServiceShare(
        UUID appointmentId,
        int position,
        UUID serviceId,
        int minutes,
        long weightBefore,
        long weight,
        long weightOfAll) {

    static List<ServiceShare> of(AppointmentSnapshot snapshot) {
        List<AppointmentSnapshot.Service> services = snapshot.lines();
        long total =
                services.stream().mapToLong(service -> price(service.price())).sum();
        List<ServiceShare> shares = new ArrayList<>();
        long before = 0;
        for (AppointmentSnapshot.Service service : services) {
            long weight = total == 0 ? 1 : price(service.price());
            shares.add(new ServiceShare(
                    snapshot.appointmentId(),
                    shares.size(),
                    service.serviceId(),
                    service.durationMinutes(),
                    before,
                    weight,
                    total == 0 ? services.size() : total));
            before += weight;
        }
        return shares;
    }

    private static long price(Money price) {
        return price == null ? 0 : price.amount();
    }
}
