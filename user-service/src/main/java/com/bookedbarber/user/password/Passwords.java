package com.bookedbarber.user.password;

import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;

import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Hashes passwords and checks them; slow on purpose, see {@link PasswordConfig}. Timed as {@code bb_password_hash}. */
@ApplicationScoped
public class Passwords {

    private static final int SALT_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Argon2Hash.Cost cost;
    private final Semaphore turns;
    private final long patienceMillis;
    private final Timer timer;
    private final Argon2Hash nobodys;

    Passwords(PasswordConfig config, MeterRegistry meters) {
        this.cost = new Argon2Hash.Cost(config.memoryKib(), config.passes(), config.lanes());
        this.turns = new Semaphore(config.atOnce(), true);
        this.patienceMillis = config.patience().toMillis();
        this.timer = Timer.builder("bb.password.hash")
                .description("Computing a password hash, waiting for a turn not included")
                .register(meters);
        this.nobodys = Argon2Hash.compute("", salt(), cost);
    }

    /** The hash of a new password, as it is stored. */
    public String hash(String password) {
        return inTurn(() -> Argon2Hash.compute(password, salt(), cost)).text();
    }

    /** Whether the password is the one behind the hash. */
    public boolean matches(String password, String stored) {
        Argon2Hash hash = Argon2Hash.parse(stored);
        return inTurn(() -> hash.matches(password));
    }

    /**
     * Takes as long as {@link #matches} and says no. For accounts that do not exist, so that the time of an answer
     * does not tell which do.
     */
    public boolean matchesNobody(String password) {
        inTurn(() -> nobodys.matches(password));
        return false;
    }

    /** Whether the hash was made at another cost than is asked for now. */
    public boolean isOutdated(String stored) {
        return !Argon2Hash.parse(stored).cost().equals(cost);
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!awaitTurn()) {
            throw new ProblemException(ErrorCode.UNAVAILABLE, "Too many people are signing in at once; try again.")
                    .header("Retry-After", "2");
        }
        try {
            return timer.record(work);
        } finally {
            turns.release();
        }
    }

    private boolean awaitTurn() {
        try {
            return turns.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }
}
