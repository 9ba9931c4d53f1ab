package com.bookedbarber.platform.stores;

import java.util.Map;

/** What a PostgreSQL server does to keep data through a crash. */
public enum Durability {
    /** Everything, as in production. */
    DURABLE(Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on")),
    /** Nothing: faster, and right for data that is thrown away with its server. */
    THROW_AWAY(Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"));

    private final Map<String, String> settings;

    Durability(Map<String, String> settings) {
        this.settings = settings;
    }

    Map<String, String> settings() {
        return settings;
    }
}
