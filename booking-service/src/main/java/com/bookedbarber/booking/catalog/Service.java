package com.bookedbarber.booking.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import java.time.Instant;
import java.util.UUID;

/** Something a shop does for its clients. */
@Entity
@Table(name = "service")
class Service {

    @Id
    UUID id;

    @Column(name = "shop_id")
    UUID shopId;

    String name;
    String category;

    @Column(name = "duration_minutes")
    int durationMinutes;

    @Column(name = "buffer_before_minutes")
    int bufferBeforeMinutes;

    @Column(name = "buffer_after_minutes")
    int bufferAfterMinutes;

    /** Minor units. */
    long price;

    String currency;

    @Column(name = "deposit_type")
    String depositType;

    @Column(name = "deposit_value")
    long depositValue;

    boolean active;

    @Version
    long version;

    @Column(name = "created_at")
    Instant createdAt;
}
