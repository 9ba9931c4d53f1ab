package com.bookedbarber.platform.stores;

/** A store that could not be started, reached or prepared; the message is a sentence for whoever started it. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreException(String message) {
        super(message);
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
