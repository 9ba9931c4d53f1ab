package com.bookedbarber.booking.client;

import com.bookedbarber.booking.client.Accounts.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Asks the user-service for a person, patiently, but not for ever. */
@ApplicationScoped
class AccountCalls {

    private static final int NOT_FOUND = 404;

    private final Accounts accounts;

    AccountCalls(@RestClient Accounts accounts) {
        this.accounts = accounts;
    }

    @Timeout(value = 1500, unit = ChronoUnit.MILLIS)
    @Retry(maxRetries = 1, delay = 100, jitter = 50)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000)
    Optional<Account> find(UUID userId) {
        try {
            return Optional.of(accounts.account(userId));
        } catch (WebApplicationException failure) {
            if (failure.getResponse().getStatus() == NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
