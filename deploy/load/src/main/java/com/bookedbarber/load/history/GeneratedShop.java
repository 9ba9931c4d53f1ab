package com.bookedbarber.load.history;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** A shop that exists to be measured. */
public record GeneratedShop(
        UUID id,
        int number,
        String slug,
        String name,
        ZoneId zone,
        String currency,
        List<Barber> barbers,
        List<Service> services,
        List<Client> clients) {

    /** What its short names begin with, so that everything generated can be found and removed. */
    public static final String SLUG_PREFIX = "generated-";

    public record Barber(UUID id, String name) {}

    /** Prices in minor units. */
    public record Service(UUID id, String name, String category, int minutes, long price) {}

    public record Client(UUID recordId, String name, String email) {}

    /** The same shop under the id that it was given. */
    public GeneratedShop withId(UUID given) {
        return new GeneratedShop(given, number, slug, name, zone, currency, barbers, services, clients);
    }
}
