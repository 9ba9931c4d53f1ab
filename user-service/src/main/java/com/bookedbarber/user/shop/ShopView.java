package com.bookedbarber.user.shop;

import java.time.Instant;
import java.util.UUID;

/**
 * A shop as everybody sees it.
 *
 * @param slug its name in addresses
 * @param timeZone an IANA name
 * @param currency an ISO 4217 code
 * @param address may be null
 * @param phone may be null
 */
public record ShopView(
        UUID id,
        String name,
        String slug,
        String timeZone,
        String currency,
        String address,
        String phone,
        long version,
        Instant createdAt) {}
