package com.bookedbarber.user.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import java.time.Instant;
import java.util.UUID;

/** A row of {@code shop}. */
@Entity
class Shop {

    @Id
    UUID id;

    String slug;
    String name;

    @Column(name = "time_zone")
    String timeZone;

    String currency;
    String address;
    String phone;

    @Version
    long version;

    @Column(name = "created_at")
    Instant createdAt;

    ShopView view() {
        return new ShopView(id, name, slug, timeZone, currency, address, phone, version, createdAt);
    }
}
