package com.bookedbarber.platform.shop;

import java.time.ZoneId;
import java.util.UUID;

/**
 * What every service has to know of a shop.
 *
 * @param timeZone the zone of its opening hours and rules
 * @param currency the ISO 4217 code of all its prices
 * @param address may be null
 * @param phone may be null
 * @param version grows with every change
 */
public record Shop(
        UUID shopId,
        String slug,
        String name,
        ZoneId timeZone,
        String currency,
        String address,
        String phone,
        long version) {}
