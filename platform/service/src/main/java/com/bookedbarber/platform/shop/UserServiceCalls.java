package com.bookedbarber.platform.shop;

import com.bookedbarber.platform.identity.ShopRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Asks the user-service patiently, but not for ever. That something does not exist is an answer, not a failure. */
@ApplicationScoped
class UserServiceCalls {

    private final UserService service;

    UserServiceCalls(@RestClient UserService service) {
        this.service = service;
    }

    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 2, delay = 100, jitter = 50)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000)
    Optional<Shop> shop(UUID shopId) {
        return found(() -> service.shop(shopId));
    }

    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 2, delay = 100, jitter = 50)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000)
    Optional<ShopRole> role(UUID shopId, UUID userId) {
        return found(() -> service.staff(shopId, userId)).flatMap(member -> ShopRole.parse(member.role()));
    }

    private static <T> Optional<T> found(java.util.function.Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (NotFoundException absent) {
            return Optional.empty();
        } catch (WebApplicationException failure) {
            if (failure.getResponse().getStatus() == 404) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
