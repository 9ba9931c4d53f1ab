package com.bookedbarber.local.e2e;

import com.bookedbarber.local.client.SuiteClient;
import com.bookedbarber.local.stack.Service;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Every service is killed without warning while clients book and pay; clients just repeat what was not answered. */
@Tag("stack")
class CrashTest {

    private static final int CLIENTS = 4;
    private static final int DAYS = 14;
    private static final Duration CAUGHT_UP = Duration.ofMinutes(2);

    /** Bookings begun around each kill: enough for some to be under way, few enough for the free times to last. */
    private static final int AROUND_A_KILL = 3 * CLIENTS;

    private final RunningSuite suite = RunningSuite.shared();
    private final TestShop shop = TestShop.open(suite.client(), 2);
    private final Semaphore begun = new Semaphore(0);
    private final AtomicBoolean enough = new AtomicBoolean();
    private final Queue<String> paid = new ConcurrentLinkedQueue<>();

    @Test
    void shouldLoseNothingAndPayNothingTwiceWhenServicesAreKilled() throws Exception {
        var times = new ConcurrentLinkedQueue<>(shuffled(shop.freeTimes(suite.client(), shop.deluxe(), DAYS)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                var signedIn = TestShop.signUp(suite.patientClient(), "Client " + client);
                clients.add(threads.submit(() -> bookAndPay(signedIn, times)));
            }
            for (var service : Service.values()) {
                var before = paid.size();
                begun.release(AROUND_A_KILL);
                await().atMost(CAUGHT_UP).until(() -> paid.size() >= before + CLIENTS);
                suite.stack().kill(service.label());
                suite.stack().restart(service);
            }
            enough.set(true);
            begun.release(CLIENTS);
            for (var client : clients) {
                client.get();
            }
        }

        assertThat(paid).hasSizeGreaterThan(CLIENTS * Service.values().length);
        await("every paid appointment is confirmed")
                .atMost(CAUGHT_UP)
                .untilAsserted(() -> assertThat(confirmed()).containsExactlyInAnyOrderElementsOf(paid));
        assertThat(payments()).as("one payment for each").containsOnlyKeys(paid).allSatisfy((appointment, list) -> {
            assertThat(list).hasSize(1);
            assertThat(list.getFirst().at("/amount/amount").asInt()).isEqualTo(TestShop.DELUXE_DEPOSIT);
        });
        await("the dashboard agrees with the source").atMost(CAUGHT_UP).untilAsserted(this::assertDashboardAgrees);
    }

    private void bookAndPay(SuiteClient client, Queue<String> times) {
        while (mayBegin()) {
            var booking = shop.booking(shop.deluxe(), "any", times.remove());
            var held = client.post("/api/v1/appointments", booking);
            if (held.problem().equals("slot-taken")) {
                continue;
            }
            assertThat(held.status()).as(held.describe()).isEqualTo(201);
            var payment = Map.of(
                    "appointmentId", held.text("/id"), "purpose", "deposit", "method", Map.of("token", "tok_visa"));
            var answer = client.post("/api/v1/payments", payment);
            assertThat(answer.status()).as(answer.describe()).isEqualTo(201);
            paid.add(held.text("/id"));
        }
    }

    private boolean mayBegin() {
        begun.acquireUninterruptibly();
        return !enough.get();
    }

    private List<String> confirmed() {
        return shop.all("/api/v1/appointments?shopId=" + shop.id()).stream()
                .filter(appointment -> appointment.path("status").asText().equals("confirmed"))
                .map(appointment -> appointment.path("id").asText())
                .toList();
    }

    private Map<String, List<JsonNode>> payments() {
        return shop.all("/api/v1/payments?shopId=" + shop.id()).stream()
                .filter(payment -> payment.path("status").asText().equals("succeeded"))
                .collect(Collectors.groupingBy(
                        payment -> payment.path("appointmentId").asText()));
    }

    private void assertDashboardAgrees() {
        var today = LocalDate.now(ZoneOffset.UTC);
        var dashboard = shop.owner()
                .get("/api/v1/analytics/dashboard?shopId=" + shop.id() + "&from=" + today + "&to="
                        + today.plusDays(DAYS + 1));
        assertThat(dashboard.body().at("/appointments/booked").asInt()).isEqualTo(paid.size());
        assertThat(dashboard.body().at("/revenue/gross/amount").asInt())
                .isEqualTo(paid.size() * TestShop.DELUXE_DEPOSIT);
    }

    private static List<String> shuffled(List<String> times) {
        var shuffled = new ArrayList<>(times);
        Collections.shuffle(shuffled);
        return shuffled;
    }
}
