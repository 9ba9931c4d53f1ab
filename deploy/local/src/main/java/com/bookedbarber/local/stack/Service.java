package com.bookedbarber.local.stack;

import com.bookedbarber.platform.stores.ServiceRole;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The suite's processes, in the order they are started. */
public enum Service {
    USER("user-service", 8081, ServiceRole.USER),
    BOOKING("booking-service", 8082, ServiceRole.BOOKING),
    PAYMENT("payment-service", 8083, ServiceRole.PAYMENT),
    ANALYTICS("analytics-service", 8084, ServiceRole.ANALYTICS),
    GATEWAY("gateway", 8080, null);

    private final String label;
    private final int localPort;
    private final ServiceRole role;

    Service(String label, int localPort, ServiceRole role) {
        this.label = label;
        this.localPort = localPort;
        this.role = role;
    }

    /** Its name: of its module, its process id file and its log. */
    public String label() {
        return label;
    }

    /** Where the local stack runs it. */
    public Endpoint localEndpoint() {
        return Endpoint.at(localPort);
    }

    /** Its role in the database; the gateway has none. */
    public Optional<ServiceRole> role() {
        return Optional.ofNullable(role);
    }

    /** The service of that name. */
    public static Optional<Service> named(String label) {
        return Arrays.stream(values())
                .filter(service -> service.label.equals(label))
                .findFirst();
    }

    /** All of them, last started first. */
    static List<Service> inStoppingOrder() {
        return List.of(values()).reversed();
    }
}
