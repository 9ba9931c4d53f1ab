package com.bookedbarber.platform.stores;

/** The services' login roles, as {@code bootstrap.sql} makes them: each owns one schema and can touch no other. */
public enum ServiceRole {
    USER("user_service", "users"),
    BOOKING("booking_service", "booking"),
    PAYMENT("payment_service", "payment"),
    ANALYTICS("analytics_service", "analytics");

    /** Every role's password on an embedded server, which listens on loopback only. */
    public static final String LOCAL_PASSWORD = "local";

    private final String role;
    private final String schema;

    ServiceRole(String role, String schema) {
        this.role = role;
        this.schema = schema;
    }

    /** The name to sign in to PostgreSQL with. */
    public String role() {
        return role;
    }

    /** The schema this role owns, first on its search path. */
    public String schema() {
        return schema;
    }
}
