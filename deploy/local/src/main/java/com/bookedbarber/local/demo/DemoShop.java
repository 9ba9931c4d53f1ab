package com.bookedbarber.local.demo;

import com.bookedbarber.local.client.Answer;
import com.bookedbarber.local.client.SuiteClient;
import com.bookedbarber.local.demo.DemoAccounts.Account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A shop to try things on: two accounts, three services (one with a deposit), three barbers and their hours, all made
 * through the public API. Made again, it finds what is there.
 */
public final class DemoShop {

    /** Its name in addresses. */
    public static final String SLUG = "fade-street";

    private static final List<Map<String, Object>> SERVICES = List.of(
            service("Haircut", "hair", 30, 3500, Map.of("type", "none", "value", 0)),
            service("Beard trim", "beard", 20, 2000, Map.of("type", "none", "value", 0)),
            service("Cut & beard", "hair", 60, 5500, Map.of("type", "percent", "value", 20)));

    private static final List<String> BARBERS = List.of("Mia", "Luis", "Noor");
    private static final List<String> WORKDAYS =
            List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY");

    private final SuiteClient client;

    private DemoShop(SuiteClient client) {
        this.client = client;
    }

    /**
     * Makes whatever of it is missing.
     *
     * @return the shop's id
     */
    public static String seed(SuiteClient client) {
        return new DemoShop(client).seed();
    }

    /** Signs in, registering the account if nobody has yet. */
    public static SuiteClient signIn(SuiteClient client, Account account) {
        var credentials = Map.of("email", account.email(), "password", DemoAccounts.PASSWORD);
        var login = client.post("/api/v1/auth/login", credentials);
        if (login.status() == 401) {
            expect(
                    client.post(
                            "/api/v1/auth/register",
                            Map.of(
                                    "email", account.email(),
                                    "password", DemoAccounts.PASSWORD,
                                    "name", account.name())),
                    "registering " + account.email());
            login = client.post("/api/v1/auth/login", credentials);
        }
        return client.signedIn(expect(login, "signing in " + account.email()).text("/accessToken"));
    }

    private String seed() {
        signIn(client, DemoAccounts.CLIENT);
        var owner = signIn(client, DemoAccounts.OWNER);
        var shopId = shop(owner);
        var serviceIds = services(owner, shopId);
        barbers(owner, shopId, serviceIds);
        return shopId;
    }

    private String shop(SuiteClient owner) {
        var found = client.get("/api/v1/shops/" + SLUG);
        if (found.succeeded()) {
            return found.text("/id");
        }
        var shop = Map.of(
                "name", "Fade Street Barbers",
                "slug", SLUG,
                "timeZone", "America/New_York",
                "currency", "USD",
                "address", "12 Fade Street, Brooklyn, NY",
                "phone", "+12125550123");
        return expect(owner.post("/api/v1/shops", shop), "making the shop").text("/id");
    }

    private List<String> services(SuiteClient owner, String shopId) {
        var path = "/api/v1/shops/" + shopId + "/services";
        var existing = expect(client.get(path), "listing the services");
        var ids = new ArrayList<String>();
        for (var service : SERVICES) {
            var found = idOf(existing, "name", (String) service.get("name"));
            ids.add(
                    found.isEmpty()
                            ? expect(owner.post(path, service), "making a service")
                                    .text("/id")
                            : found);
        }
        return ids;
    }

    private void barbers(SuiteClient owner, String shopId, List<String> serviceIds) {
        var path = "/api/v1/shops/" + shopId + "/barbers";
        var existing = expect(client.get(path), "listing the barbers");
        for (var name : BARBERS) {
            if (idOf(existing, "displayName", name).isEmpty()) {
                var barber = Map.of("displayName", name, "serviceIds", serviceIds);
                var id = expect(owner.post(path, barber), "making a barber").text("/id");
                expect(owner.put("/api/v1/barbers/" + id + "/working-hours", hours()), "setting " + name + "'s hours");
            }
        }
    }

    private static List<Map<String, String>> hours() {
        var week = WORKDAYS.stream()
                .flatMap(day -> Stream.of(interval(day, "09:00", "13:00"), interval(day, "14:00", "19:00")));
        return Stream.concat(week, Stream.of(interval("SUNDAY", "10:00", "16:00")))
                .toList();
    }

    private static Map<String, String> interval(String day, String start, String end) {
        return Map.of("dayOfWeek", day, "start", start, "end", end);
    }

    private static Map<String, Object> service(
            String name, String category, int minutes, int price, Map<String, Object> deposit) {
        return Map.of(
                "name",
                name,
                "category",
                category,
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
                true);
    }

    private static String idOf(Answer list, String field, String value) {
        for (var item : list.body().path("items")) {
            if (item.path(field).asText().equals(value)) {
                return item.path("id").asText();
            }
        }
        return "";
    }

    private static Answer expect(Answer answer, String doing) {
        if (!answer.succeeded()) {
            throw new DemoException("The demo shop could not be made: " + doing + " was answered " + answer.describe());
        }
        return answer;
    }
}
