package com.bookedbarber.gateway.shed;

/**
 * Keeps second attempts below a tenth of the first ones: a service that fails because it is overloaded must not be given
 * twice the work. Ten may be saved up, so that a quiet gateway can retry too.
 */
public final class RetryBudget {

    private static final double SHARE = 0.1;
    private static final double SAVED = 10;

    private volatile double balance = SAVED;
    private long spent;

    /** A first attempt was made. */
    public void earned() {
        // Nearly always there is nothing to add, and event loops should not wait for each other to find out.
        if (balance < SAVED) {
            add();
        }
    }

    private synchronized void add() {
        balance = Math.min(SAVED, balance + SHARE);
    }

    /** Whether a second attempt may be made; if so it counts as made. */
    public synchronized boolean spend() {
        if (balance < 1) {
            return false;
        }
        balance--;
        spent++;
        return true;
    }

    /** Second attempts so far. */
    public synchronized long spent() {
        return spent;
    }
}
