package com.bookedbarber.gateway.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/**
 * Asks one gateway at a steady pace. Every question must get a decision.
 *
 * @param address who asks, by the number of the question
 * @param everyNanos the pace
 * @param over whether it is enough
 */
record Asker(ThreeGateways gateways, int gateway, IntFunction<String> address, long everyNanos, BooleanSupplier over)
        implements Callable<List<Asker.Asked>> {

    /** A question and its answer; times by the clock of the JVM. */
    record Asked(long askedAt, long answeredAt, boolean allowed) {

        long nanos() {
            return answeredAt - askedAt;
        }
    }

    @Override
    public List<Asked> call() throws Exception {
        List<Asked> asked = new ArrayList<>();
        long start = System.nanoTime();
        while (!over.getAsBoolean()) {
            long askedAt = System.nanoTime();
            boolean allowed = gateways.ask(gateway, address.apply(asked.size()));
            asked.add(new Asked(askedAt, System.nanoTime(), allowed));
            LockSupport.parkNanos(start + asked.size() * everyNanos - System.nanoTime());
        }
        return asked;
    }
}
