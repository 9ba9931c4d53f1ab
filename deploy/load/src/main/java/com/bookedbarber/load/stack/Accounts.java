package com.bookedbarber.load.stack;

import com.bookedbarber.load.BenchException;
import com.bookedbarber.local.client.SuiteClient;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** People with accounts and fresh access tokens. Safe among threads. */
public final class Accounts {

    /** Well below the quarter of an hour that a token lives. */
    private static final long FRESH = Duration.ofMinutes(10).toNanos();

    private static final String PASSWORD = "bench-password-of-nobody";

    private final SuiteClient users;
    private final List<String> emails;
    private final String[] tokens;
    private final long[] signedInAt;

    private Accounts(SuiteClient users, List<String> emails) {
        this.users = users;
        this.emails = emails;
        this.tokens = new String[emails.size()];
        this.signedInAt = new long[emails.size()];
    }

    /** Registers so many. */
    public static Accounts register(SuiteClient users, int count) {
        var accounts = new Accounts(
                users,
                IntStream.range(0, count)
                        .mapToObj(i -> "bench-" + i + "@load.example")
                        .toList());
        for (var email : accounts.emails) {
            var registered = users.post(
                    "/api/v1/auth/register", Map.of("email", email, "password", PASSWORD, "name", "Bench " + email));
            if (!registered.succeeded()) {
                throw new BenchException("Registering " + email + " was answered " + registered.describe() + ".");
            }
        }
        return accounts;
    }

    public int count() {
        return emails.size();
    }

    /** Somebody's access token. */
    public synchronized String token(int account) {
        if (tokens[account] == null || System.nanoTime() - signedInAt[account] > FRESH) {
            var login = users.post("/api/v1/auth/login", Map.of("email", emails.get(account), "password", PASSWORD));
            if (!login.succeeded()) {
                throw new BenchException("Signing in was answered " + login.describe() + ".");
            }
            tokens[account] = login.text("/accessToken");
            signedInAt[account] = System.nanoTime();
        }
        return tokens[account];
    }
}
