package com.bookedbarber.gateway.refusal;

import com.bookedbarber.platform.problem.ErrorCode;

import java.util.Map;

/**
 * An answer that the gateway gives instead of a service.
 *
 * @param code what is wrong, which decides the status
 * @param detail what happened and what to do about it; shown to the client, so it holds nothing internal
 * @param headers headers that belong to this refusal
 * @param close whether the connection ends with it, because what follows on it cannot be trusted
 */
public record Refusal(ErrorCode code, String detail, Map<String, String> headers, boolean close) {

    /** A refusal after which the connection can be used again. */
    public static Refusal of(ErrorCode code, String detail) {
        return new Refusal(code, detail, Map.of(), false);
    }

    /** A refusal that ends the connection. */
    public static Refusal closing(ErrorCode code, String detail) {
        return new Refusal(code, detail, Map.of(), true);
    }

    /** The same with a header. */
    public Refusal with(String name, String value) {
        return new Refusal(code, detail, Map.of(name, value), close);
    }

    /** The same as a failure, for what answers later. */
    public Thrown thrown() {
        return new Thrown(this);
    }

    /** Carries a refusal to where it is answered; without a stack, because nothing is broken. */
    public static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Refusal refusal;

        private Thrown(Refusal refusal) {
            super(refusal.detail(), null, false, false);
            this.refusal = refusal;
        }

        /** What to answer. */
        public Refusal refusal() {
            return refusal;
        }
    }
}
