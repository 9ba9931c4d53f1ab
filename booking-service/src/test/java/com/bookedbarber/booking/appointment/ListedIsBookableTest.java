package com.bookedbarber.booking.appointment;

import com.bookedbarber.booking.RealStoresTest;
import com.bookedbarber.booking.TestShop;
import com.bookedbarber.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import static com.bookedbarber.booking.TestShop.as;
import static com.bookedbarber.booking.TestShop.book;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every listed slot can be booked by itself, and nothing else can by a client: tried with random shops through the API,
 * on the days on which clocks change.
 */
@QuarkusTest
class ListedIsBookableTest implements RealStoresTest {

    private static final int SHOPS = 12;
    private static final int TRIES = 25;
    private static final List<String> ZONES =
            List.of("America/New_York", "Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia");
    private static final int[] STEPS = {5, 15, 20, 30, 45, 60};

    private final String client = Tokens.client(UUID.randomUUID());

    @Test
    void shouldBookWhatIsListedAndNothingElse() {
        for (long seed = 1; seed <= SHOPS; seed++) {
            tryShop(new Random(seed), "shop " + seed);
        }
    }

    private void tryShop(Random random, String name) {
        TestShop shop = TestShop.in(ZONES.get(random.nextInt(ZONES.size())));
        int step = STEPS[random.nextInt(STEPS.length)];
        shop.policy("{\"slotStepMinutes\":%d,\"horizonDays\":400,\"minNoticeMinutes\":60}".formatted(step));
        UUID service = shop.service(
                "S",
                10 + 5 * random.nextInt(12),
                1_000,
                ",\"bufferBeforeMinutes\":%d,\"bufferAfterMinutes\":%d"
                        .formatted(5 * random.nextInt(4), 5 * random.nextInt(4)));
        UUID barber = shop.barberWithoutHours("B", service);
        shop.hours(barber, "%02d:00".formatted(random.nextInt(10)), "%02d:30".formatted(11 + random.nextInt(12)));
        LocalDate day = changeOfClocks(shop, random);
        bookSome(shop, barber, service, day, random);
        Set<Instant> listed = listed(shop, barber, service, day);
        for (int i = 0; i < TRIES; i++) {
            Instant startsAt = i % 2 == 0 && !listed.isEmpty()
                    ? List.copyOf(listed).get(random.nextInt(listed.size()))
                    : day.atStartOfDay(shop.zone()).toInstant().plusSeconds(60L * 5 * random.nextInt(300));
            tryTime(shop, barber, service, startsAt, listed, name);
        }
    }

    private void tryTime(TestShop shop, UUID barber, UUID service, Instant startsAt, Set<Instant> listed, String name) {
        Response answer = book(as(client), shop.booking(barber, startsAt, service));
        boolean onDay = listed.contains(startsAt);
        assertThat(answer.statusCode())
                .as("%s, %s at %s: %s", name, shop.zone(), startsAt.atZone(shop.zone()), answer.asString())
                .isIn(onDay ? List.of(201) : List.of(409, 422));
        if (onDay) {
            shop.asOwner()
                    .header("If-Match", "*")
                    .body("{}")
                    .post("/api/v1/appointments/" + answer.path("id") + "/cancel")
                    .then()
                    .statusCode(200);
        }
    }

    /** The next day on which clocks change, or some day where they never do. */
    private static LocalDate changeOfClocks(TestShop shop, Random random) {
        Instant next = Instant.now().plusSeconds(86_400L * (1 + random.nextInt(150)));
        var transition = shop.zone().getRules().nextTransition(next);
        return LocalDate.ofInstant(transition == null ? next : transition.getInstant(), shop.zone());
    }

    private void bookSome(TestShop shop, UUID barber, UUID service, LocalDate day, Random random) {
        for (int i = 0; i < 4; i++) {
            Instant startsAt = day.atStartOfDay(shop.zone()).toInstant().plusSeconds(60L * 5 * random.nextInt(288));
            book(shop.asOwner(), shop.booking(barber, startsAt, service));
        }
    }

    /** What is listed for the days around, so that every time that is tried is among the days asked for. */
    private static Set<Instant> listed(TestShop shop, UUID barber, UUID service, LocalDate day) {
        List<List<String>> days = given().queryParam("serviceId", service)
                .queryParam("barberId", barber)
                .queryParam("from", day.minusDays(1).toString())
                .queryParam("to", day.plusDays(2).toString())
                .get("/api/v1/shops/" + shop.id() + "/availability")
                .then()
                .statusCode(200)
                .extract()
                .path("days.slots.startsAt");
        Set<Instant> starts = new HashSet<>();
        days.forEach(slots -> slots.forEach(start -> starts.add(Instant.parse(start))));
        return starts;
    }
}
