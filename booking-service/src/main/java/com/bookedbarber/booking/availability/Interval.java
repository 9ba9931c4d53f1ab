package com.bookedbarber.booking.availability;

/**
 * An interval of hours on the one time line of instants. Unlike {@link TimeSpans} neighbours stay apart, because a visit
 * has to lie inside one of them.
 *
 * @param from milliseconds since the epoch
 * @param to milliseconds since the epoch, exclusive; before {@code from} where clocks made the interval disappear
 */
record Interval(long from, long to) {}
