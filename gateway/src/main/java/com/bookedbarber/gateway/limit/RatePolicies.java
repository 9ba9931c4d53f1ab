package com.bookedbarber.gateway.limit;

import com.bookedbarber.gateway.route.Route;
import com.bookedbarber.gateway.route.RouteTable;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The policies of every route, read and checked once at start. */
@Singleton
public final class RatePolicies {

    private static final Pattern RATE = Pattern.compile("\\s*(\\d{1,9})\\s*/\\s*(\\d{0,5})(ms|s|min|h|d)\\s*");

    private final Map<String, RatePolicy> byName = new HashMap<>();
    private final Map<String, RouteLimits> byRoute = new HashMap<>();

    RatePolicies(RateLimitConfig limits, RateLimiterConfig limiter, RouteTable routes) {
        boolean demo = limiter.profile().equals("demo");
        limits.limits()
                .forEach((name, limit) -> byName.put(
                        name, policy(name, demo ? limit.demoRate().orElse(limit.rate()) : limit.rate(), limit.per())));
        routes.routes().forEach(route -> byRoute.put(route.name(), limitsOf(route)));
    }

    /** The limits of a route. */
    RouteLimits of(Route route) {
        return byRoute.get(route.name());
    }

    /** Every policy. */
    public Iterable<RatePolicy> all() {
        return byName.values();
    }

    private RouteLimits limitsOf(Route route) {
        RouteLimits limits = RouteLimits.of(
                route.limits().stream().map(name -> known(name, route)).toList());
        if (limits.needsAccount() && route.bodyLimit() >= Route.READ_FIRST) {
            // A body that flows through names no account in time, so the limit could be evaded by a large one.
            throw new IllegalArgumentException("Route " + route.name()
                    + " is limited by account, so its body has to be less than " + Route.READ_FIRST + " bytes.");
        }
        return limits;
    }

    private RatePolicy known(String name, Route route) {
        RatePolicy policy = byName.get(name);
        if (policy == null) {
            throw new IllegalArgumentException("Route " + route.name() + " names an unknown limit '" + name + "'.");
        }
        return policy;
    }

    static RatePolicy policy(String name, String rate, String per) {
        Matcher matcher = RATE.matcher(rate.toLowerCase(Locale.ROOT));
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw new IllegalArgumentException(
                    "Limit " + name + " has to be a positive number per time, such as 5/min, not '" + rate + "'.");
        }
        long units = matcher.group(2).isEmpty() ? 1 : Long.parseLong(matcher.group(2));
        Duration window = switch (matcher.group(3)) {
            case "ms" -> Duration.ofMillis(units);
            case "s" -> Duration.ofSeconds(units);
            case "min" -> Duration.ofMinutes(units);
            case "h" -> Duration.ofHours(units);
            default -> Duration.ofDays(units);
        };
        if (window.isZero()) {
            throw new IllegalArgumentException("Limit " + name + " needs a window longer than nothing.");
        }
        return new RatePolicy(name, Long.parseLong(matcher.group(1)), window.toMillis(), RateKey.parse(per));
    }
}
