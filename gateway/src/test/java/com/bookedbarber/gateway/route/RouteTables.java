package com.bookedbarber.gateway.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/** Routes for tests of other features. */
public final class RouteTables {

    private static final String PREFIX = "bb.gateway.route.";

    private RouteTables() {}

    /** A table with one public route and these options. */
    public static RouteTable one(String options) {
        return new RouteTable(List.of(route(options)));
    }

    /** That route. */
    public static Route route(String options) {
        return RouteLine.parse("test", "GET /test -> user; public; " + options);
    }

    /** The table that is shipped. */
    public static RouteTable shipped() {
        Properties lines = new Properties();
        try (InputStream file = RouteTables.class.getResourceAsStream("/routes.properties")) {
            lines.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RouteTable(lines.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .sorted()
                .map(name -> RouteLine.parse(name.substring(PREFIX.length()), lines.getProperty(name)))
                .toList());
    }
}
