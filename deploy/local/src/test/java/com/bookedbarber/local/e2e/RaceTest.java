package com.bookedbarber.local.e2e;

import com.bookedbarber.local.client.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Many clients at the same moment. */
@Tag("stack")
class RaceTest {

    private final RunningSuite suite = RunningSuite.shared();
    private final TestShop shop = TestShop.open(suite.client(), 1);

    @Test
    void shouldGiveAHotSlotToExactlyOneOf200Clients() throws Exception {
        var startsAt = shop.freeTimes(suite.client(), shop.haircut(), 2).getFirst();
        var booking = shop.booking(shop.haircut(), shop.barbers().getFirst(), startsAt);

        var answers = atOnce(200, number -> {
            var guest = new HashMap<>(booking);
            guest.put("client", Map.of("name", "Guest " + number, "email", "guest" + number + "@e2e.example"));
            return suite.client().post("/api/v1/appointments", guest);
        });

        assertThat(statuses(answers)).isEqualTo(Map.of(201, 1L, 409, 199L));
        assertThat(answers.stream().filter(answer -> answer.status() == 409).map(Answer::problem))
                .containsOnly("slot-taken");
        assertThat(shop.all("/api/v1/appointments?shopId=" + shop.id()).stream()
                        .filter(appointment ->
                                appointment.path("startsAt").asText().equals(startsAt)))
                .hasSize(1);
    }

    @Test
    void shouldHaveOneEffectWhenTheSameRequestComes50TimesAtOnce() throws Exception {
        var client = TestShop.signUp(suite.client(), "Eager")
                .with("Idempotency-Key", UUID.randomUUID().toString());
        var startsAt = shop.freeTimes(suite.client(), shop.haircut(), 3).getLast();
        var booking = shop.booking(shop.haircut(), "any", startsAt);

        var answers = atOnce(50, number -> client.post("/api/v1/appointments", booking));

        assertThat(statuses(answers)).isEqualTo(Map.of(201, 50L));
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(shop.all("/api/v1/appointments?shopId=" + shop.id()).stream()
                        .filter(appointment ->
                                appointment.path("startsAt").asText().equals(startsAt)))
                .hasSize(1);
    }

    private interface Request {
        Answer send(int number);
    }

    private static List<Answer> atOnce(int clients, Request request) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> requests = IntStream.range(0, clients)
                    .<Callable<Answer>>mapToObj(number -> () -> request.send(number))
                    .toList();
            return threads.invokeAll(requests).stream().map(Future::resultNow).toList();
        }
    }

    private static Map<Integer, Long> statuses(List<Answer> answers) {
        return answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
    }
}
