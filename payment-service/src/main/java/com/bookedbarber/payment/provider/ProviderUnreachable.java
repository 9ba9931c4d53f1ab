package com.bookedbarber.payment.provider;

/** The provider did not answer, or not intelligibly: money may have been moved or not. */
public class ProviderUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProviderUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
