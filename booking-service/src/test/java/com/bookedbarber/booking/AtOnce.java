package com.bookedbarber.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Callers who all begin at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /**
     * Makes the calls at once and waits for all of them.
     *
     * @param call what the caller of a number does, counted from 0
     * @return what they got, by number
     */
    public static <T> List<T> call(int times, IntFunction<Callable<T>> call) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int number = 0; number < times; number++) {
                Callable<T> one = call.apply(number);
                running.add(threads.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            start.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<T> future : running) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}
