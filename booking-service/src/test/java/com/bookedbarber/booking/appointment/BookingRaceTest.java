package com.bookedbarber.booking.appointment;

import com.bookedbarber.booking.AtOnce;
import com.bookedbarber.booking.RealStoresTest;
import com.bookedbarber.booking.TestShop;
import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.platform.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import static com.bookedbarber.booking.TestShop.as;
import static com.bookedbarber.booking.TestShop.book;
import static org.assertj.core.api.Assertions.assertThat;

/** What happens when many want the same thing at the same moment. */
@QuarkusTest
class BookingRaceTest implements RealStoresTest {

    @Inject
    Sql sql;

    @TestHTTPResource
    URI service;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private TestShop shop;
    private UUID haircut;
    private UUID sam;
    private final String client = Tokens.client(UUID.randomUUID());

    @BeforeEach
    void openAShop() {
        shop = TestShop.open();
        haircut = shop.haircut();
        sam = shop.barber(haircut);
    }

    @Test
    void shouldGiveOneSlotToOneOfTwoHundred() throws Exception {
        String body = shop.booking(sam, shop.at(1, "10:00"), haircut);

        List<HttpResponse<String>> answers = AtOnce.call(
                200,
                number -> () -> post("/api/v1/appointments", UUID.randomUUID().toString(), null, body));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201, 409);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .allMatch(answer -> answer.body().contains("slot-taken"));
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void shouldFillEveryBarberBeforeRefusingAny() throws Exception {
        shop.barber(haircut);
        shop.barber(haircut);
        String body = shop.booking("any", shop.at(1, "10:00"), haircut);

        List<HttpResponse<String>> answers = AtOnce.call(
                30,
                number -> () -> post("/api/v1/appointments", UUID.randomUUID().toString(), null, body));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(3);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).hasSize(27);
    }

    @Test
    void shouldShareWhatIsBookedAtOnceAmongEqualBarbers() throws Exception {
        shop.barber(haircut);
        shop.barber(haircut);

        List<HttpResponse<String>> answers = AtOnce.call(6, number -> () -> {
            Instant startsAt = shop.at(1, "%02d:00".formatted(9 + number));
            return post("/api/v1/appointments", key(), null, shop.booking("any", startsAt, haircut));
        });

        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(sql.list(
                        "SELECT count(*) FROM appointment WHERE shop_id = ? GROUP BY barber_id",
                        row -> row.getInt(1),
                        shop.id()))
                .containsExactly(2, 2, 2);
    }

    @Test
    void shouldHaveOneEffectForOneKeySentFiftyTimes() throws Exception {
        shop.barber(haircut);
        String key = UUID.randomUUID().toString();
        String body = shop.booking("any", shop.at(1, "10:00"), haircut);

        List<HttpResponse<String>> answers =
                AtOnce.call(50, number -> () -> post("/api/v1/appointments", key, null, body));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void shouldKeepOneRecordOfAGuestWhoseFirstBookingsMeet() throws Exception {
        List<HttpResponse<String>> answers = AtOnce.call(10, number -> () -> {
            Instant startsAt = shop.at(1 + number, "10:00");
            return post(
                    "/api/v1/appointments",
                    UUID.randomUUID().toString(),
                    null,
                    shop.guestBooking("twin@example.com", sam, startsAt, haircut));
        });

        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(sql.one("SELECT count(*) FROM client_record WHERE shop_id = ?", row -> row.getInt(1), shop.id()))
                .contains(1);
    }

    @Test
    void shouldNeverOverlapWhateverIsBookedMovedAndCancelledAtOnce() throws Exception {
        UUID kim = shop.barber(haircut);
        shop.policy("{\"slotStepMinutes\":10}");
        List<String> ids = new ArrayList<>();
        for (int hour = 9; hour < 17; hour++) {
            Instant startsAt = shop.at(1, "%02d:00".formatted(hour));
            ids.add(book(as(client), shop.booking(sam, startsAt, haircut)).path("id"));
        }

        List<List<Integer>> answers = AtOnce.call(30, number -> () -> {
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                statuses.add(somethingAtRandom(ids, sam, kim));
            }
            return statuses;
        });

        assertThat(answers.stream().flatMap(List::stream).distinct()).isSubsetOf(200, 201, 409, 422);
        assertThat(overlaps()).isZero();
    }

    private int somethingAtRandom(List<String> ids, UUID sam, UUID kim) throws Exception {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Instant startsAt = shop.at(1, "09:00").plusSeconds(600L * random.nextInt(45));
        UUID barber = random.nextBoolean() ? sam : kim;
        String path = "/api/v1/appointments/" + ids.get(random.nextInt(ids.size()));
        HttpResponse<String> answer = switch (random.nextInt(10)) {
            case 0 -> post(path + "/cancel", null, "*", "{}");
            case 1 -> post("/api/v1/appointments", key(), null, shop.booking(barber, startsAt, haircut));
            case 2, 3 -> post("/api/v1/appointments", key(), null, shop.booking("any", startsAt, haircut));
            default -> post(path + "/reschedule", null, "*", newTime(startsAt, barber));
        };
        return answer.statusCode();
    }

    private static String newTime(Instant startsAt, UUID barber) {
        return "{\"startsAt\":\"%s\",\"barberId\":\"%s\"}".formatted(startsAt, barber);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private HttpResponse<String> post(String path, String key, String ifMatch, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer " + client)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private int rows() {
        return sql.one("SELECT count(*) FROM appointment WHERE shop_id = ?", row -> row.getInt(1), shop.id())
                .orElseThrow();
    }

    private int overlaps() {
        return sql.one("""
                        SELECT count(*) FROM appointment a JOIN appointment b
                            ON a.barber_id = b.barber_id AND a.id < b.id AND a.busy && b.busy
                        WHERE a.shop_id = ? AND a.status IN ('held', 'confirmed', 'checked-in', 'completed')
                            AND b.status IN ('held', 'confirmed', 'checked-in', 'completed')
                        """, row -> row.getInt(1), shop.id()).orElseThrow();
    }
}
