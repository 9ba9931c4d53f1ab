package com.bookedbarber.booking.diary;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;

import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often one thread takes a connection: outside a transaction that is once for each statement. */
@Singleton
public class CountedConnections implements AgroalPoolInterceptor {

    private final AtomicInteger count = new AtomicInteger();
    private volatile Thread watched;

    /** How many connections the work takes on this thread. */
    int takenBy(Runnable work) {
        count.set(0);
        watched = Thread.currentThread();
        try {
            work.run();
            return count.get();
        } finally {
            watched = null;
        }
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        if (Thread.currentThread().equals(watched)) {
            count.incrementAndGet();
        }
    }
}
