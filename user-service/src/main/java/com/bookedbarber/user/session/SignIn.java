package com.bookedbarber.user.session;

import java.time.Instant;
import java.util.UUID;

/** A sign-in that is still good. */
public record SignIn(UUID id, Instant createdAt, Instant lastUsedAt, Instant expiresAt) {}
