package com.bookedbarber.booking.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import java.time.Instant;
import java.util.UUID;

/** Somebody whose time can be booked. */
@Entity
@Table(name = "barber")
class Barber {

    @Id
    UUID id;

    @Column(name = "shop_id")
    UUID shopId;

    /** The account they sign in with, if they have one. */
    @Column(name = "user_id")
    UUID userId;

    @Column(name = "display_name")
    String displayName;

    String bio;
    boolean active;

    @Version
    long version;

    @Column(name = "created_at")
    Instant createdAt;
}
