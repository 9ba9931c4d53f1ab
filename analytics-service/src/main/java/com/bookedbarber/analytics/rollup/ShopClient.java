package com.bookedbarber.analytics.rollup;

import java.util.UUID;

/**
 * A client of a shop.
 *
 * @param clientRef the shop's opaque name for the client, also for guests; the same person is another one elsewhere
 */
public record ShopClient(UUID shopId, String clientRef) {}
