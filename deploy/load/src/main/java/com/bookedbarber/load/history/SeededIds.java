package com.bookedbarber.load.history;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** UUIDv7 as the services make them, but of a seeded random: the same seed, the same ids. */
final class SeededIds {

    private SeededIds() {}

    static UUID at(Instant time, RandomGenerator random) {
        long high = time.toEpochMilli() << 16 | 0x7000 | random.nextLong() & 0x0FFF;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
