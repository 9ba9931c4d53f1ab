package com.bookedbarber.load.rolling;

import com.bookedbarber.load.BenchException;
import com.bookedbarber.load.http.Requests;
import com.bookedbarber.load.http.WireRequest;
import com.bookedbarber.local.client.Answer;
import com.bookedbarber.local.client.SuiteClient;
import com.bookedbarber.local.demo.DemoAccounts;
import com.bookedbarber.local.demo.DemoShop;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;

/** What clients and an owner do: look, book, see payments and figures. It reaches all four services. */
final class Traffic implements Requests {

    /** Found, booked, or somebody else was quicker. */
    static final IntPredicate FINE = status -> status == 200 || status == 201 || status == 409;

    private static final int DAYS = 25;

    private final List<byte[]> looks = new ArrayList<>();
    private final List<String> bookings = new ArrayList<>();
    private final String clientToken;
    private volatile boolean over;

    private Traffic(SuiteClient client, String shopId) {
        clientToken = token(client, DemoAccounts.CLIENT);
        var owner = token(client, DemoAccounts.OWNER);
        var today = LocalDate.now(ZoneId.of("America/New_York"));
        looks.add(WireRequest.get("/api/v1/shops/" + DemoShop.SLUG).bytes());
        looks.add(WireRequest.get("/api/v1/shops/" + shopId + "/services").bytes());
        looks.add(WireRequest.get("/api/v1/payments?shopId=" + shopId)
                .signedIn(owner)
                .bytes());
        looks.add(WireRequest.get("/api/v1/analytics/dashboard?shopId=" + shopId + "&from=" + today + "&to=" + today)
                .signedIn(owner)
                .bytes());
        findTimes(client, shopId, today);
    }

    /** Over the demo shop, which it makes. */
    static Traffic through(SuiteClient client) {
        return new Traffic(client, DemoShop.seed(client));
    }

    private static String token(SuiteClient client, DemoAccounts.Account account) {
        var login = Map.of("email", account.email(), "password", DemoAccounts.PASSWORD);
        return require(client.post("/api/v1/auth/login", login)).text("/accessToken");
    }

    private void findTimes(SuiteClient client, String shopId, LocalDate today) {
        var service =
                require(client.get("/api/v1/shops/" + shopId + "/services")).text("/items/0/id");
        var free = require(client.get("/api/v1/shops/%s/availability?serviceId=%s&barberId=any&from=%s&to=%s"
                .formatted(shopId, service, today.plusDays(1), today.plusDays(DAYS))));
        free.body()
                .path("days")
                .forEach(day -> day.path("slots")
                        .forEach(slot -> bookings.add("""
                        {"shopId":"%s","serviceIds":["%s"],"barberId":"any","startsAt":"%s"}""".formatted(
                                        shopId, service, slot.path("startsAt").asText()))));
    }

    private static Answer require(Answer answer) {
        if (!answer.succeeded()) {
            throw new BenchException("The demo shop cannot be used: " + answer.describe());
        }
        return answer;
    }

    /** Requests again, after an {@link #end}. */
    void begin() {
        over = false;
    }

    /** No more requests from now on. */
    void end() {
        over = true;
    }

    @Override
    public byte[] next(long number) {
        if (over) {
            return null;
        }
        int kind = (int) (number % (looks.size() + 1));
        return kind < looks.size() ? looks.get(kind) : booking(number / (looks.size() + 1));
    }

    private byte[] booking(long number) {
        return WireRequest.post("/api/v1/appointments")
                .signedIn(clientToken)
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .bytes(bookings.get((int) (number % bookings.size())));
    }
}
