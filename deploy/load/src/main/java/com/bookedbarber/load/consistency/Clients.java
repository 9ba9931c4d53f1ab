package com.bookedbarber.load.consistency;

import com.bookedbarber.load.consistency.BookedVisits.BookedVisit;
import com.bookedbarber.load.history.GeneratedShop;
import com.bookedbarber.load.http.HttpWire;
import com.bookedbarber.load.http.WireAnswer;
import com.bookedbarber.load.http.WireRequest;
import com.bookedbarber.load.measure.Latencies;
import com.bookedbarber.load.measure.Tally;
import com.bookedbarber.load.stack.Accounts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Clients who book, move and cancel at random, and who are in each other's way: few barbers, few days, and everybody
 * touches everybody's appointments, with versions that may be stale, at either of two processes.
 */
final class Clients {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STEP_MINUTES = 15;

    private final List<Integer> ports;
    private final GeneratedShop shop;
    private final Accounts accounts;
    private final Instant firstOpening;
    private final int days;
    private final long seed;
    private final BookedVisits visits = new BookedVisits();
    private final Tally tally = new Tally();
    private final Latencies latencies = new Latencies();
    private final AtomicLong left;

    /**
     * Clients of one shop that opens every day for ten hours.
     *
     * @param ports of the processes, over one database
     * @param firstOpening when the first of the days opens
     */
    Clients(
            List<Integer> ports,
            GeneratedShop shop,
            Accounts accounts,
            Instant firstOpening,
            int days,
            long operations,
            long seed) {
        this.ports = ports;
        this.shop = shop;
        this.accounts = accounts;
        this.firstOpening = firstOpening;
        this.days = days;
        this.left = new AtomicLong(operations);
        this.seed = seed;
    }

    /** How often each answer came, such as {@code book 409 slot-taken}. */
    Tally tally() {
        return tally;
    }

    Latencies latencies() {
        return latencies;
    }

    /** Lets so many act at the same time until all operations are done. */
    void act(int atOnce) {
        var threads = new Thread[atOnce];
        for (int i = 0; i < atOnce; i++) {
            int number = i;
            threads[i] = Thread.ofPlatform().name("client-" + i).start(() -> act(new Random(seed * 1000 + number)));
        }
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    private void act(RandomGenerator random) {
        var wires = ports.stream().map(HttpWire::new).toList();
        var mine = new Latencies();
        try {
            while (left.getAndDecrement() > 0) {
                long begin = System.nanoTime();
                operation(wires, random);
                mine.add(System.nanoTime() - begin);
            }
        } finally {
            wires.forEach(HttpWire::close);
            synchronized (latencies) {
                latencies.merge(mine);
            }
        }
    }

    private void operation(List<HttpWire> wires, RandomGenerator random) {
        var wire = wires.get(random.nextInt(wires.size()));
        var visit = visits.any(random);
        int dice = random.nextInt(100);
        if (visit.isEmpty() || dice < 50) {
            book(wires, wire, random);
        } else if (dice < 80) {
            reschedule(wire, visit.get(), random);
        } else {
            cancel(wire, visit.get());
        }
    }

    private void book(List<HttpWire> wires, HttpWire wire, RandomGenerator random) {
        int account = random.nextInt(accounts.count());
        var service = shop.services().get(random.nextInt(shop.services().size()));
        var body = "{\"shopId\":\"%s\",\"serviceIds\":[\"%s\"],\"barberId\":\"%s\",\"startsAt\":\"%s\"}"
                .formatted(shop.id(), service.id(), barber(random), start(random));
        var request = WireRequest.post("/api/v1/appointments")
                .signedIn(accounts.token(account))
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .bytes(body);
        var answer = send("book", wire, request);
        remember(answer, account, random);
        if (random.nextInt(20) == 0) {
            repeat(wires.get(random.nextInt(wires.size())), request, answer, account, random);
        }
    }

    /** The same request once more, at either process: one effect, and word for word the same answer. */
    private void repeat(HttpWire wire, byte[] request, WireAnswer first, int account, RandomGenerator random) {
        if (first == null || first.status() != 201) {
            // Nothing was done yet, so it may be done now.
            remember(send("book", wire, request), account, random);
            return;
        }
        var second = send("repeat", wire, request);
        if (second != null && second.status() == 201 && !second.text().equals(first.text())) {
            tally.add("repeat with another answer");
        }
    }

    private void remember(WireAnswer answer, int account, RandomGenerator random) {
        if (answer != null && answer.status() == 201) {
            var booked = json(answer);
            visits.add(
                    new BookedVisit(
                            booked.path("id").asText(),
                            account,
                            booked.path("version").asLong()),
                    random);
        }
    }

    private void reschedule(HttpWire wire, BookedVisit visit, RandomGenerator random) {
        var body = "{\"startsAt\":\"%s\",\"barberId\":\"%s\"}".formatted(start(random), barber(random));
        move("reschedule", wire, visit, body);
    }

    private void cancel(HttpWire wire, BookedVisit visit) {
        move("cancel", wire, visit, "{}");
    }

    private void move(String move, HttpWire wire, BookedVisit visit, String body) {
        var request = WireRequest.post("/api/v1/appointments/" + visit.id() + "/" + move)
                .signedIn(accounts.token(visit.account()))
                .with("If-Match", "\"" + visit.version() + "\"")
                .bytes(body);
        var answer = send(move, wire, request);
        if (answer == null) {
            return;
        }
        if (answer.status() == 200) {
            visits.seen(visit, json(answer).path("version").asLong());
        } else if (answer.status() == 412) {
            // It looks again only now and then; until it does, others keep running into the stale version as well.
            look(wire, visit);
        } else if (!problem(answer).equals("slot-taken")) {
            visits.forget(visit);
        }
    }

    private void look(HttpWire wire, BookedVisit visit) {
        try {
            var answer = wire.exchange(WireRequest.get("/api/v1/appointments/" + visit.id())
                    .signedIn(accounts.token(visit.account()))
                    .bytes());
            if (answer.status() == 200) {
                visits.seen(visit, json(answer).path("version").asLong());
            }
        } catch (IOException e) {
            visits.forget(visit);
        }
    }

    private WireAnswer send(String operation, HttpWire wire, byte[] request) {
        try {
            var answer = wire.exchange(request);
            var problem = answer.status() < 400 ? "" : " " + problem(answer);
            tally.add(operation + " " + answer.status() + problem);
            return answer;
        } catch (IOException e) {
            tally.add(operation + " without an answer");
            return null;
        }
    }

    private String barber(RandomGenerator random) {
        int number = random.nextInt(shop.barbers().size() + 1);
        return number == shop.barbers().size()
                ? "any"
                : shop.barbers().get(number).id().toString();
    }

    /** A time at which every service fits into the day. */
    private Instant start(RandomGenerator random) {
        int steps = (10 * 60 - 60) / STEP_MINUTES;
        return firstOpening
                .plus(Duration.ofDays(random.nextInt(days)))
                .plus(Duration.ofMinutes((long) STEP_MINUTES * random.nextInt(steps)));
    }

    private static String problem(WireAnswer answer) {
        return json(answer).path("type").asText("").replaceAll(".*[/:]", "");
    }

    private static JsonNode json(WireAnswer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}
