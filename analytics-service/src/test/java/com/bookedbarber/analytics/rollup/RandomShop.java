package com.bookedbarber.analytics.rollup;

import com.bookedbarber.analytics.TestShop;
import com.bookedbarber.analytics.TestVisit;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** A shop to which things happen at random; it keeps the events, and counts by itself what they should add up to. */
final class RandomShop {

    static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    static final LocalDate LAST = LocalDate.parse("2026-11-14");

    private static final int DAYS = 14;
    private static final List<String> STATES =
            List.of("held", "confirmed", "checked-in", "completed", "cancelled", "no-show", "expired");

    final TestShop shop = TestShop.in("America/New_York");
    final List<CloudEvent> bookingFeed = new ArrayList<>();
    final List<CloudEvent> paymentFeed = new ArrayList<>();

    private final Random random;
    private final List<TestVisit> visits = new ArrayList<>();
    private final Set<UUID> everMoreThanAHold = new HashSet<>();
    private final List<Money> payments = new ArrayList<>();
    private final List<Money> refunds = new ArrayList<>();

    private record Money(UUID id, TestVisit visit, LocalDate day, long amount, long tip) {}

    RandomShop(long seed, int events) {
        random = new Random(seed);
        for (int i = 0; i < events; i++) {
            happen();
        }
    }

    private void happen() {
        int what = random.nextInt(10);
        if (visits.isEmpty() || what < 3) {
            book();
        } else if (what < 5) {
            change(any(visits), STATES.get(random.nextInt(STATES.size())));
        } else if (what < 7) {
            TestVisit visit = any(visits);
            visit.movesTo(time(), random.nextBoolean() ? shop.barber : shop.otherBarber);
            tell(visit);
        } else if (what < 9 || payments.isEmpty()) {
            pay(any(visits));
        } else {
            refund(any(payments));
        }
    }

    private void book() {
        String client = "client-" + random.nextInt(5);
        TestVisit visit = random.nextBoolean()
                ? shop.visit(client, time().toString(), shop.cut)
                : shop.visit(client, time().toString(), shop.cut, shop.shave);
        visits.add(visit);
        change(visit, random.nextInt(3) == 0 ? "held" : "confirmed");
    }

    private void change(TestVisit visit, String status) {
        visit.becomes(status);
        tell(visit);
    }

    private void tell(TestVisit visit) {
        if (!Set.of("held", "expired", "cancelled").contains(visit.status())) {
            everMoreThanAHold.add(visit.id());
        }
        bookingFeed.add(event(visit.eventType(), visit.json()));
    }

    private void pay(TestVisit visit) {
        Money paid = new Money(UUID.randomUUID(), visit, day(), random.nextInt(5000), random.nextInt(3) * 100L);
        payments.add(paid);
        paymentFeed.add(event("payment.succeeded", shop.paid(paid.id, visit, paid.amount, paid.tip, noon(paid.day))));
    }

    private void refund(Money paid) {
        int amount = random.nextInt(3000);
        Money refund = new Money(UUID.randomUUID(), paid.visit, day(), amount, Math.min(amount, random.nextInt(500)));
        refunds.add(refund);
        paymentFeed.add(event(
                "payment.refunded",
                shop.refunded(refund.id, paid.id, paid.visit, refund.amount, refund.tip, noon(refund.day))));
    }

    /** What every day should add up to, of one barber or of all. */
    Map<LocalDate, Figures> expected(UUID barberOrAll) {
        Map<LocalDate, Figures> days = new TreeMap<>();
        FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> days.put(day, Figures.NONE));
        visits.stream()
                .filter(visit -> everMoreThanAHold.contains(visit.id()) && isOf(visit, barberOrAll))
                .forEach(visit -> days.merge(visit.start().toLocalDate(), figures(visit), Figures::plus));
        payments.stream()
                .filter(paid -> isOf(paid.visit, barberOrAll))
                .forEach(paid ->
                        days.merge(paid.day, new Figures(0, 0, 0, 0, 0, paid.amount, 0, paid.tip), Figures::plus));
        refunds.stream()
                .filter(refund -> isOf(refund.visit, barberOrAll))
                .forEach(refund -> days.merge(
                        refund.day,
                        new Figures(0, 0, 0, 0, 0, 0, refund.amount - refund.tip, -refund.tip),
                        Figures::plus));
        return days;
    }

    /** How many clients should be new and returning in a range. */
    RollupReader.ClientCounts expectedClients(LocalDate from, LocalDate to) {
        Map<String, Set<LocalDate>> days = new HashMap<>();
        visits.stream()
                .filter(visit -> everMoreThanAHold.contains(visit.id()))
                .filter(visit -> !Set.of("cancelled", "no-show").contains(visit.status()))
                .forEach(visit -> days.computeIfAbsent(visit.client(), client -> new HashSet<>())
                        .add(visit.start().toLocalDate()));
        long firstTime = 0;
        long returning = 0;
        for (Set<LocalDate> visited : days.values()) {
            if (visited.stream().anyMatch(day -> !day.isBefore(from) && !day.isAfter(to))) {
                boolean earlier = visited.stream().anyMatch(day -> day.isBefore(from));
                firstTime += earlier ? 0 : 1;
                returning += earlier ? 1 : 0;
            }
        }
        return new RollupReader.ClientCounts(firstTime, returning);
    }

    private static boolean isOf(TestVisit visit, UUID barberOrAll) {
        return barberOrAll == null || visit.barberId().equals(barberOrAll);
    }

    private static Figures figures(TestVisit visit) {
        boolean cancelled = visit.status().equals("cancelled");
        return new Figures(
                1,
                visit.status().equals("completed") ? 1 : 0,
                cancelled ? 1 : 0,
                visit.status().equals("no-show") ? 1 : 0,
                cancelled ? 0 : visit.minutes(),
                0,
                0,
                0);
    }

    private java.time.LocalDateTime time() {
        return day().atTime(9 + random.nextInt(8), 0);
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(shop.zone).toInstant();
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private static CloudEvent event(String type, String json) {
        return CloudEventBuilder.v1()
                .withId(UUID.randomUUID().toString())
                .withSource(URI.create("/test"))
                .withType(type)
                .withTime(OffsetDateTime.now(java.time.ZoneOffset.UTC))
                .withData("application/json", json.getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
