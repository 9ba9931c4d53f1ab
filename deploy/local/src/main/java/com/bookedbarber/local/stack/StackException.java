package com.bookedbarber.local.stack;

/** Something the person at the keyboard has to know; the message is a sentence that says what to do. */
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
