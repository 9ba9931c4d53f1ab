package com.bookedbarber.payment.provider;

import com.bookedbarber.platform.problem.ErrorCode;

/**
 * What came of a charge.
 *
 * @param ref the provider's name for it; null if the provider was not heard of
 * @param clientSecret lets the client do what is asked of them; only with {@link State#REQUIRES_ACTION}
 * @param decline why not; only with {@link State#DECLINED}
 */
public record Charge(State state, String ref, String clientSecret, ErrorCode decline) {

    /** How far it is. */
    public enum State {
        SUCCEEDED,
        /** The client has to do something, such as to approve the payment in the bank's app. */
        REQUIRES_ACTION,
        /** Nobody knows yet. */
        PENDING,
        DECLINED,
        CANCELLED
    }

    /** The money was taken. */
    public static Charge succeeded(String ref) {
        return new Charge(State.SUCCEEDED, ref, null, null);
    }

    /** The client has to act. */
    public static Charge requiresAction(String ref, String clientSecret) {
        return new Charge(State.REQUIRES_ACTION, ref, clientSecret, null);
    }

    /** Nobody knows yet. */
    public static Charge pending(String ref) {
        return new Charge(State.PENDING, ref, null, null);
    }

    /** The card was declined: {@code CARD_DECLINED} or {@code INSUFFICIENT_FUNDS}. */
    public static Charge declined(String ref, ErrorCode why) {
        return new Charge(State.DECLINED, ref, null, why);
    }

    /** It was given up before money was taken. */
    public static Charge cancelled(String ref) {
        return new Charge(State.CANCELLED, ref, null, null);
    }
}
