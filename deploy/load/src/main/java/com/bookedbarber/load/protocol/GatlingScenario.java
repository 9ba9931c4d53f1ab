package com.bookedbarber.load.protocol;

import java.util.List;
import java.util.Map;

/**
 * A request and how often it is sent.
 *
 * @param name what the table calls it
 * @param url of the gateway
 * @param path with its query
 * @param token of who asks; empty for nobody
 * @param users asking at the same time; counts if there is no rate
 * @param perSecond users arriving, each asking once; 0 for none
 * @param seconds how long
 */
record GatlingScenario(String name, String url, String path, String token, int users, double perSecond, int seconds) {

    private static final String PREFIX = "bench.";

    /** As arguments of the JVM that plays it; but not the token, which other processes would see among them. */
    List<String> properties() {
        return Map.of(
                        "name",
                        name,
                        "url",
                        url,
                        "path",
                        path,
                        "users",
                        Integer.toString(users),
                        "perSecond",
                        Double.toString(perSecond),
                        "seconds",
                        Integer.toString(seconds))
                .entrySet()
                .stream()
                .map(property -> "-D" + PREFIX + property.getKey() + "=" + property.getValue())
                .toList();
    }

    /** The environment variable that carries the token. */
    static final String TOKEN = "BENCH_TOKEN";

    static GatlingScenario fromProperties() {
        return new GatlingScenario(
                property("name"),
                property("url"),
                property("path"),
                System.getenv().getOrDefault(TOKEN, ""),
                Integer.parseInt(property("users")),
                Double.parseDouble(property("perSecond")),
                Integer.parseInt(property("seconds")));
    }

    private static String property(String name) {
        return System.getProperty(PREFIX + name, "");
    }
}
