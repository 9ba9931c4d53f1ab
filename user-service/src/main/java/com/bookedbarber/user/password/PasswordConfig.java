package com.bookedbarber.user.password;

import io.smallrye.config.ConfigMapping;

import java.time.Duration;

/**
 * How passwords are hashed. A change applies to new hashes; old ones are renewed when their owner signs in. The ranges are
 * those of {@link PasswordConfigCheck}.
 */
@ConfigMapping(prefix = "bb.passwords")
interface PasswordConfig {

    /** Memory of one hash, in KiB; 64 to 1048576. */
    int memoryKib();

    /** Passes over the memory; 1 to 100. */
    int passes();

    /** Lanes, computed one after the other here; 1 to 16. */
    int lanes();

    /** How many hashes are computed at the same time; this bounds memory and keeps cores free for other requests. */
    int atOnce();

    /** How long a request waits for its turn before it is told that the service is busy. */
    Duration patience();
}
