package com.bookedbarber.load.http;

/** What a load sends; asked by the thread that drives it. */
@FunctionalInterface
public interface Requests {

    /**
     * The bytes of the next request, or null when there are no more.
     *
     * @param number how many were asked for before this one
     */
    byte[] next(long number);

    /** The same request again and again. */
    static Requests repeating(byte[] request) {
        return number -> request;
    }
}
