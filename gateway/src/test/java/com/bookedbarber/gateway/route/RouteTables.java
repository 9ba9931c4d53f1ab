package com.bookedbarber.gateway.route;

import java.util.List;

/** Routes for tests of other features. */
public final class RouteTables {

    private RouteTables() {}

    /** A table with one public route and these options. */
    public static RouteTable one(String options) {
        return new RouteTable(List.of(route(options)));
    }

    /** That route. */
    public static Route route(String options) {
        return RouteLine.parse("test", "GET /test -> user; public; " + options);
    }
}
