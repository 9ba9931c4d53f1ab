package com.bookedbarber.local.demo;

import com.bookedbarber.local.client.Answer;
import com.bookedbarber.local.client.SuiteClient;
import com.fasterxml.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/**
 * What BookedBarber is for, played as a client: register, find a time, book, pay the deposit, get the mail, and the
 * owner sees it.
 */
public final class MainJob {

    private static final int DAYS_AHEAD = 21;

    private final SuiteClient anybody;
    private final SuiteClient mail;
    private final Steps steps;

    private MainJob(SuiteClient anybody, SuiteClient mail, Consumer<String> report) {
        this.anybody = anybody;
        this.mail = mail;
        this.steps = new Steps(report);
    }

    /**
     * Plays it once, in a shop made by {@link DemoShop}.
     *
     * @param report takes one line per step
     * @return the confirmed appointment
     * @throws DemoException at the first step that does not go as it should
     */
    public static Answer play(String gatewayUrl, String mailUrl, Consumer<String> report) {
        var patience = Duration.ofSeconds(20);
        return new MainJob(
                        SuiteClient.of(gatewayUrl).patientFor(patience),
                        SuiteClient.of(mailUrl).patientFor(patience),
                        report)
                .play();
    }

    private Answer play() {
        var email = "guest-" + UUID.randomUUID().toString().substring(0, 8) + "@demo.example";
        var client = register(email);
        var shop = steps.expect(200, "Find the shop", () -> anybody.get("/api/v1/shops/" + DemoShop.SLUG));
        var slot = findTime(shop.text("/id"), ZoneId.of(shop.text("/timeZone")));
        var owner = steps.expect(200, "The owner signs in", () -> login(DemoAccounts.OWNER.email()));
        var dashboard = new Dashboard(anybody.signedIn(owner.text("/accessToken")), shop, slot);
        var before = steps.expect(200, "The dashboard before", dashboard::read);

        var held = book(client, slot);
        var confirmed = payDeposit(client, held);
        steps.await(
                20,
                "The confirmation mail has arrived, with its .ics",
                () -> mail.get("/mail?to=" + email),
                MainJob::holdsCalendar,
                "No mail with a calendar came: see .local/log/booking-service.log.");
        steps.await(
                20,
                "The owner's dashboard shows the booking",
                dashboard::read,
                answer -> Dashboard.booked(answer) > Dashboard.booked(before),
                "The dashboard does not count it: see .local/log/analytics-service.log.");
        return confirmed;
    }

    private SuiteClient register(String email) {
        steps.expect(
                201,
                "Register as " + email,
                () -> anybody.post(
                        "/api/v1/auth/register",
                        Map.of("email", email, "password", DemoAccounts.PASSWORD, "name", "Demo Guest")));
        steps.await(
                20,
                "The verification mail has arrived",
                () -> mail.get("/mail?to=" + email),
                answer -> !answer.body().isEmpty(),
                "No mail came: see .local/log/user-service.log.");
        return anybody.signedIn(steps.expect(200, "Sign in", () -> login(email)).text("/accessToken"));
    }

    private Answer login(String email) {
        return anybody.post("/api/v1/auth/login", Map.of("email", email, "password", DemoAccounts.PASSWORD));
    }

    private Slot findTime(String shopId, ZoneId zone) {
        var shop = "/api/v1/shops/" + shopId;
        var services = steps.expect(200, "List its services", () -> anybody.get(shop + "/services"));
        steps.expect(200, "List its barbers", () -> anybody.get(shop + "/barbers"));
        var service = StreamSupport.stream(services.body().path("items").spliterator(), false)
                .filter(item -> !item.at("/deposit/type").asText().equals("none"))
                .findFirst()
                .orElseThrow(() -> new DemoException("The shop has no service with a deposit: start ./dev up again."));
        var today = LocalDate.now(zone);
        var times = steps.expect(
                200,
                "Look for a time in the next " + DAYS_AHEAD + " days",
                () -> anybody.get(shop + "/availability?serviceId="
                        + service.path("id").asText() + "&barberId=any&from=" + today + "&to="
                        + today.plusDays(DAYS_AHEAD)));
        return pick(shopId, service.path("id").asText(), today, times);
    }

    /** A random one, so that demos played side by side rarely meet. */
    private static Slot pick(String shopId, String serviceId, LocalDate today, Answer times) {
        List<JsonNode> slots = new ArrayList<>();
        times.body().path("days").forEach(day -> day.path("slots").forEach(slots::add));
        if (slots.isEmpty()) {
            throw new DemoException(
                    "The shop is fully booked: stop the stack, remove .local/data, start ./dev up again.");
        }
        var slot = slots.get(ThreadLocalRandom.current().nextInt(slots.size()));
        return new Slot(shopId, serviceId, slot.path("startsAt").asText(), today);
    }

    private Answer book(SuiteClient client, Slot slot) {
        var request = Map.of(
                "shopId", slot.shopId(),
                "serviceIds", List.of(slot.serviceId()),
                "barberId", "any",
                "startsAt", slot.startsAt());
        var held = steps.expect(201, "Book " + slot.startsAt(), () -> client.post("/api/v1/appointments", request));
        if (!held.text("/status").equals("held")) {
            throw new DemoException(
                    "A booking with a deposit must be held until it is paid, but it is " + held.text("/status") + ".");
        }
        return held;
    }

    private Answer payDeposit(SuiteClient client, Answer held) {
        var payment =
                Map.of("appointmentId", held.text("/id"), "purpose", "deposit", "method", Map.of("token", "tok_visa"));
        steps.expect(201, "Pay the deposit", () -> client.post("/api/v1/payments", payment));
        return steps.await(
                20,
                "The appointment is confirmed",
                () -> client.get("/api/v1/appointments/" + held.text("/id")),
                answer -> answer.text("/status").equals("confirmed"),
                "The payment did not reach it: see .local/log/booking-service.log.");
    }

    private static boolean holdsCalendar(Answer mails) {
        return mails.body().findValuesAsText("content").stream().anyMatch(content -> content.contains("BEGIN:VEVENT"));
    }

    private record Slot(String shopId, String serviceId, String startsAt, LocalDate today) {}

    /** The owner's figures for the time the booking falls into. */
    private record Dashboard(SuiteClient owner, Answer shop, Slot slot) {

        Answer read() {
            var day = OffsetDateTime.parse(slot.startsAt())
                    .atZoneSameInstant(ZoneId.of(shop.text("/timeZone")))
                    .toLocalDate();
            return owner.get(
                    "/api/v1/analytics/dashboard?shopId=" + slot.shopId() + "&from=" + slot.today() + "&to=" + day);
        }

        static long booked(Answer answer) {
            return answer.body().at("/appointments/booked").asLong();
        }
    }
}
