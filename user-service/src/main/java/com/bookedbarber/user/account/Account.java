package com.bookedbarber.user.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.DynamicUpdate;

import java.time.Instant;
import java.util.UUID;

/** A row of {@code account}. Only changed columns are written: a new phone number never undoes a verification. */
@Entity
@DynamicUpdate
class Account {

    @Id
    UUID id;

    String email;

    @Column(name = "password_hash")
    String passwordHash;

    String name;
    String phone;

    @Column(name = "email_verified")
    boolean emailVerified;

    boolean admin;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "erased_at")
    Instant erasedAt;

    Profile profile() {
        return new Profile(id, email, name, phone, emailVerified, admin, createdAt);
    }

    /** Forgets the person; what others' records point to stays. */
    void erase(Instant now) {
        email = null;
        passwordHash = null;
        name = "Erased account";
        phone = null;
        emailVerified = false;
        admin = false;
        erasedAt = now;
    }
}
