package com.bookedbarber.user.shop;

import java.util.UUID;

/** A shop as other services are told of it, by events and on request. */
public record ToldShop(
        UUID shopId,
        String slug,
        String name,
        String timeZone,
        String currency,
        String address,
        String phone,
        long version) {

    static ToldShop of(ShopView shop) {
        return new ToldShop(
                shop.id(),
                shop.slug(),
                shop.name(),
                shop.timeZone(),
                shop.currency(),
                shop.address(),
                shop.phone(),
                shop.version());
    }
}
