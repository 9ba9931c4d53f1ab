package com.bookedbarber.analytics;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** An appointment of a test, and the JSON by which the booking-service would tell of it. */
public final class TestVisit {

    /** A service of a test. */
    public record Service(UUID id, String name, long price, int minutes) {}

    private final UUID id = UUID.randomUUID();
    private final UUID shopId;
    private final ZoneId zone;
    private final String client;
    private final List<Service> services;
    private UUID barberId;
    private LocalDateTime start;
    private long version;
    private String status = "confirmed";

    TestVisit(UUID shopId, ZoneId zone, UUID barberId, String client, LocalDateTime start, List<Service> services) {
        this.shopId = shopId;
        this.zone = zone;
        this.barberId = barberId;
        this.client = client;
        this.start = start;
        this.services = List.copyOf(services);
    }

    /** The next state. */
    public TestVisit becomes(String next) {
        status = next;
        version++;
        return this;
    }

    /** Moves it. */
    public TestVisit movesTo(LocalDateTime time, UUID barber) {
        start = time;
        barberId = barber;
        version++;
        return this;
    }

    public UUID id() {
        return id;
    }

    public UUID barberId() {
        return barberId;
    }

    public String client() {
        return client;
    }

    public LocalDateTime start() {
        return start;
    }

    public String status() {
        return status;
    }

    public long version() {
        return version;
    }

    public List<Service> services() {
        return services;
    }

    public int minutes() {
        return services.stream().mapToInt(Service::minutes).sum();
    }

    public long price() {
        return services.stream().mapToLong(Service::price).sum();
    }

    /** The type of the event of its present state. */
    public String eventType() {
        return "booking.appointment." + status;
    }

    /** The data of the event of its present state. */
    public String json() {
        Instant startsAt = start.atZone(zone).toInstant();
        StringBuilder lines = new StringBuilder();
        for (Service service : services) {
            lines.append(lines.isEmpty() ? "" : ",")
                    .append("""
                    {"serviceId":"%s","name":"%s","price":{"amount":%d,"currency":"USD"},"durationMinutes":%d}""".formatted(service.id(), service.name(), service.price(), service.minutes()));
        }
        return """
                {"appointmentId":"%s","shopId":"%s","barberId":"%s","barberName":"Barber","clientId":null,\
                "clientRef":"%s","services":[%s],"startsAt":"%s","endsAt":"%s","status":"%s",\
                "price":{"amount":%d,"currency":"USD"},"timeZone":"%s","localDate":"%s","version":%d,\
                "somethingNew":{"a":1}}""".formatted(
                        id,
                        shopId,
                        barberId,
                        client,
                        lines,
                        startsAt,
                        startsAt.plusSeconds(minutes() * 60L),
                        status,
                        price(),
                        zone,
                        start.toLocalDate(),
                        version);
    }
}
