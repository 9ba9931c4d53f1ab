package com.bookedbarber.local.e2e;

import com.bookedbarber.local.client.Answer;
import com.bookedbarber.local.client.SuiteClient;
import com.fasterxml.jackson.databind.JsonNode;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A shop of a test's own, open around the clock.
 *
 * @param owner a client signed in as its owner
 * @param haircut a service without a deposit, 30 minutes for 35.00
 * @param deluxe a service with a deposit of 10.00, 60 minutes for 50.00
 */
record TestShop(SuiteClient owner, String id, String haircut, String deluxe, List<String> barbers) {

    static final int DELUXE_DEPOSIT = 1_000;

    static TestShop open(SuiteClient client, int barbers) {
        var owner = signUp(client, "Owner");
        var id = created(owner.post(
                        "/api/v1/shops",
                        Map.of(
                                "name", "Test shop",
                                "slug", "test-" + UUID.randomUUID(),
                                "timeZone", "Etc/UTC",
                                "currency", "USD")))
                .text("/id");
        var haircut = service(owner, id, "Haircut", 30, 3_500, Map.of("type", "none", "value", 0));
        var deluxe = service(owner, id, "Deluxe", 60, 5_000, Map.of("type", "fixed", "value", DELUXE_DEPOSIT));
        var ids = IntStream.range(0, barbers)
                .mapToObj(number -> barber(owner, id, "Barber " + number, List.of(haircut, deluxe)))
                .toList();
        return new TestShop(owner, id, haircut, deluxe, ids);
    }

    /** Registers somebody new and signs them in. */
    static SuiteClient signUp(SuiteClient client, String name) {
        var email = UUID.randomUUID() + "@e2e.example";
        var password = "correct-horse-battery";
        created(client.post("/api/v1/auth/register", Map.of("email", email, "password", password, "name", name)));
        var login = client.post("/api/v1/auth/login", Map.of("email", email, "password", password));
        assertThat(login.status()).as(login.describe()).isEqualTo(200);
        return client.signedIn(login.text("/accessToken"));
    }

    /** The first free times of a service, over all barbers. */
    List<String> freeTimes(SuiteClient client, String service, int days) {
        var today = LocalDate.now(ZoneOffset.UTC);
        var answer = client.get("/api/v1/shops/" + id + "/availability?serviceId=" + service + "&barberId=any&from="
                + today.plusDays(1) + "&to=" + today.plusDays(days));
        assertThat(answer.status()).as(answer.describe()).isEqualTo(200);
        var times = new ArrayList<String>();
        answer.body()
                .path("days")
                .forEach(day -> day.path("slots")
                        .forEach(slot -> times.add(slot.path("startsAt").asText())));
        assertThat(times).isNotEmpty();
        return times;
    }

    Map<String, Object> booking(String service, String barber, String startsAt) {
        return Map.of("shopId", id, "serviceIds", List.of(service), "barberId", barber, "startsAt", startsAt);
    }

    /** Everything in a list of the API, page by page. */
    List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var separator = path.contains("?") ? "&" : "?";
            var page = owner.get(path + separator + "limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            assertThat(page.status()).as(page.describe()).isEqualTo(200);
            page.body().path("items").forEach(items::add);
            cursor = page.body().path("nextCursor").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return items;
    }

    private static String service(
            SuiteClient owner, String shop, String name, int minutes, int price, Map<String, Object> deposit) {
        return created(owner.post(
                        "/api/v1/shops/" + shop + "/services",
                        Map.of(
                                "name",
                                name,
                                "category",
                                "hair",
                                "durationMinutes",
                                minutes,
                                "bufferBeforeMinutes",
                                0,
                                "bufferAfterMinutes",
                                0,
                                "price",
                                Map.of("amount", price, "currency", "USD"),
                                "deposit",
                                deposit,
                                "active",
                                true)))
                .text("/id");
    }

    private static String barber(SuiteClient owner, String shop, String name, List<String> services) {
        var barber = Map.of("displayName", name, "serviceIds", services);
        var id = created(owner.post("/api/v1/shops/" + shop + "/barbers", barber))
                .text("/id");
        var aroundTheClock = Arrays.stream(DayOfWeek.values())
                .map(day -> Map.of("dayOfWeek", day.name(), "start", "00:00", "end", "00:00"))
                .toList();
        var hours = owner.put("/api/v1/barbers/" + id + "/working-hours", aroundTheClock);
        assertThat(hours.succeeded()).as(hours.describe()).isTrue();
        return id;
    }

    private static Answer created(Answer answer) {
        assertThat(answer.status()).as(answer.describe()).isEqualTo(201);
        return answer;
    }
}
