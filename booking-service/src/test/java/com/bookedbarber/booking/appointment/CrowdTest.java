package com.bookedbarber.booking.appointment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@Timeout(30)
class CrowdTest {

    private final List<List<Integer>> turns = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstTurnMayEnd = new CountDownLatch(1);

    @Test
    void shouldAskAtOnceForAllWhoCameMeanwhile() throws Exception {
        Crowd<Integer> crowd = new Crowd<>(this::even);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> first = threads.submit(() -> crowd.ask(0));
            await().until(() -> !turns.isEmpty());
            List<Future<Boolean>> others = IntStream.rangeClosed(1, 20)
                    .mapToObj(number -> threads.submit(() -> crowd.ask(number)))
                    .toList();
            await().until(() -> crowd.waiting() == 20);
            firstTurnMayEnd.countDown();

            assertThat(first.get()).isTrue();
            for (int number = 1; number <= 20; number++) {
                assertThat(others.get(number - 1).get()).isEqualTo(number % 2 == 0);
            }
        }
        assertThat(turns).hasSize(2);
    }

    @Test
    void shouldAnswerEverybodyOnce() {
        AtomicInteger asked = new AtomicInteger();
        Crowd<Integer> crowd = new Crowd<>(numbers -> {
            asked.addAndGet(numbers.size());
            return numbers.stream().filter(number -> number % 2 == 0).collect(Collectors.toSet());
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 10_000)
                    .mapToObj(number -> threads.submit(() -> crowd.ask(number) == (number % 2 == 0)))
                    .toList();
            assertThat(answers).allMatch(CrowdTest::get);
        }
        assertThat(asked).hasValue(10_000);
    }

    @Test
    void shouldGoOnAfterAFailure() {
        AtomicInteger turn = new AtomicInteger();
        Crowd<Integer> crowd = new Crowd<>(numbers -> {
            if (turn.getAndIncrement() == 0) {
                throw new IllegalStateException("The database is away.");
            }
            return Set.copyOf(numbers);
        });

        assertThatThrownBy(() -> crowd.ask(1)).hasMessage("The database is away.");
        assertThat(crowd.ask(2)).isTrue();
    }

    private Set<Integer> even(List<Integer> numbers) {
        turns.add(numbers);
        if (turns.size() == 1) {
            awaitQuietly();
        }
        return numbers.stream().filter(number -> number % 2 == 0).collect(Collectors.toSet());
    }

    private void awaitQuietly() {
        try {
            assertThat(firstTurnMayEnd.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean get(Future<Boolean> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
