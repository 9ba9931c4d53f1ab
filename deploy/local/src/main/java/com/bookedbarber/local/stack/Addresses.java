package com.bookedbarber.local.stack;

import com.bookedbarber.platform.stores.Database;
import com.bookedbarber.platform.stores.FreePort;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where everything of a stack listens, all of it on loopback.
 *
 * @param database the name of the services' database
 */
public record Addresses(
        Map<Service, Endpoint> services, int postgres, int redis, int smtp, int mailPage, String database) {

    /** The fixed addresses of {@code ./dev up}, for tools to rely on. */
    public static Addresses local() {
        var services = new EnumMap<Service, Endpoint>(Service.class);
        for (var service : Service.values()) {
            services.put(service, service.localEndpoint());
        }
        return new Addresses(services, 15432, 16379, 1025, 8025, "bookedbarber");
    }

    /** Ports that were free a moment ago, for a stack beside the local one. */
    public static Addresses free() {
        var services = new EnumMap<Service, Endpoint>(Service.class);
        for (var service : Service.values()) {
            services.put(service, Endpoint.free());
        }
        return new Addresses(
                services, FreePort.next(), FreePort.next(), FreePort.next(), FreePort.next(), "bookedbarber");
    }

    /** The same stack over another database. */
    Addresses withDatabase(String name) {
        return new Addresses(services, postgres, redis, smtp, mailPage, name);
    }

    /** Where this service listens. */
    public Endpoint of(Service service) {
        return services.get(service);
    }

    /** Where clients knock. */
    public String gatewayUrl() {
        return of(Service.GATEWAY).url();
    }

    /** Where kept mail is read. */
    public String mailUrl() {
        return "http://localhost:" + mailPage;
    }

    String databaseUrl() {
        return new Database(postgres, database).jdbcUrl();
    }

    String redisUrl() {
        return "redis://localhost:" + redis;
    }

    /** Who needs which port, the stores and the mail first. */
    SortedMap<Integer, String> ports(boolean withServices) {
        var ports = new TreeMap<Integer, String>();
        ports.put(postgres, "PostgreSQL");
        ports.put(redis, "Redis");
        ports.put(smtp, "mail");
        ports.put(mailPage, "the mail page");
        if (withServices) {
            services.forEach((service, endpoint) -> {
                ports.put(endpoint.http(), service.label());
                ports.put(endpoint.management(), service.label());
            });
        }
        return ports;
    }
}
