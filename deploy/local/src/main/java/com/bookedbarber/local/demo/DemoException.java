package com.bookedbarber.local.demo;

/** A step of the demo that did not go as it should; the message is a sentence that says what to do. */
public final class DemoException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DemoException(String message) {
        super(message);
    }
}
