package com.bookedbarber.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes waiting feed readers when an event is committed by this process. */
@ApplicationScoped
public class FeedSignal {

    private final TransactionSynchronizationRegistry transactions;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wakeUp = lock.newCondition();

    FeedSignal(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    /** Wakes the readers once the running transaction has committed. */
    public void afterCommit() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing to do before the commit.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    wake();
                }
            }
        });
    }

    /** Wakes the readers now: for events that a statement has committed by itself, without a transaction around it. */
    public void committed() {
        wake();
    }

    /** Waits for a commit, at most that long. */
    void await(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            // A wake-up without a commit only costs the reader one more look.
            boolean woken = wakeUp.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
            if (woken) {
                return;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Has every waiting reader look again. */
    void wake() {
        lock.lock();
        try {
            wakeUp.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
