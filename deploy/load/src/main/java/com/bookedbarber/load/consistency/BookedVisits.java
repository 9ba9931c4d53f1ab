package com.bookedbarber.load.consistency;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The appointments that clients of a run were given, as those clients last saw them. Safe among threads. */
final class BookedVisits {

    /** So many are under way at a time; clients forget older ones, and the next bookings find less room. */
    private static final int MOST = 2_000;

    private final List<BookedVisit> visits = new ArrayList<>();

    /**
     * One of them.
     *
     * @param account whose it is
     * @param version as last seen; another client may have moved it since
     */
    record BookedVisit(String id, int account, long version) {}

    synchronized void add(BookedVisit visit, RandomGenerator random) {
        if (visits.size() < MOST) {
            visits.add(visit);
        } else {
            visits.set(random.nextInt(MOST), visit);
        }
    }

    /** Any of them; it stays, so that two clients may want the same one at the same time. */
    synchronized Optional<BookedVisit> any(RandomGenerator random) {
        return visits.isEmpty() ? Optional.empty() : Optional.of(visits.get(random.nextInt(visits.size())));
    }

    /** What is seen now takes the place of what was seen before. */
    synchronized void seen(BookedVisit before, long version) {
        int index = visits.indexOf(before);
        if (index >= 0) {
            visits.set(index, new BookedVisit(before.id(), before.account(), version));
        }
    }

    synchronized void forget(BookedVisit visit) {
        visits.remove(visit);
    }
}
