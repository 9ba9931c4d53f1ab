package com.bookedbarber.analytics.fact;

import com.bookedbarber.platform.shop.Shop;
import com.bookedbarber.platform.shop.ShopDirectory;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

/** In which zone a shop's days begin and end. */
@ApplicationScoped
class ShopZones {

    private final ShopDirectory shops;

    ShopZones(ShopDirectory shops) {
        this.shops = shops;
    }

    /** The shop's zone; UTC for a shop that nobody knows, whose events must not hold up those of the others. */
    ZoneId of(UUID shopId) {
        return shops.find(shopId).map(Shop::timeZone).orElse(ZoneOffset.UTC);
    }
}
