package com.bookedbarber.user.password;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import java.time.Duration;

/** How passwords are hashed. A change applies to new hashes; old ones are renewed when their owner signs in. */
@ConfigMapping(prefix = "bb.passwords")
interface PasswordConfig {

    /** Memory of one hash, in KiB. */
    @Min(64)
    @Max(1_048_576)
    int memoryKib();

    /** Passes over the memory. */
    @Min(1)
    @Max(100)
    int passes();

    /** Lanes, computed one after the other here. */
    @Min(1)
    @Max(16)
    int lanes();

    /** How many hashes are computed at the same time: this bounds memory and keeps cores free for other requests. */
    @Min(1)
    int atOnce();

    /** How long a request waits for its turn before it is told that the service is busy. */
    Duration patience();
}
