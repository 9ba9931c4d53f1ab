package com.bookedbarber.gateway.route;

import io.vertx.core.http.HttpMethod;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads one line of {@code routes.properties}:
 * {@code GET,POST /path/{id} -> upstream; public; critical; limits a b; timeout 30s; body 5M}. Everything after the
 * upstream may be left out; then a token is needed, the priority is normal, the limit is {@code default}, the service
 * has ten seconds and the body one mebibyte.
 */
final class RouteLine {

    static final long DEFAULT_BODY = 1024 * 1024;
    static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    private static final Set<HttpMethod> METHODS =
            Set.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final String name;
    private Access access = Access.TOKEN;
    private Priority priority = Priority.NORMAL;
    private List<String> limits = List.of("default");
    private Duration timeout = DEFAULT_TIMEOUT;
    private long body = DEFAULT_BODY;

    private RouteLine(String name) {
        this.name = name;
    }

    static Route parse(String name, String line) {
        return new RouteLine(name).read(line);
    }

    private Route read(String line) {
        String[] sides = line.split("->", 2);
        String[] front = sides[0].trim().split("\\s+");
        if (sides.length != 2 || front.length != 2 || !front[1].startsWith("/")) {
            throw wrong("has to look like METHODS /path -> upstream; options");
        }
        String[] options = sides[1].split(";");
        Arrays.stream(options).skip(1).map(String::trim).forEach(this::option);
        return new Route(name, methods(front[0]), front[1], options[0].trim(), access, priority, limits, timeout, body);
    }

    private Set<HttpMethod> methods(String text) {
        Set<HttpMethod> methods = new LinkedHashSet<>();
        for (String method : text.split(",")) {
            HttpMethod known = HttpMethod.valueOf(method.toUpperCase(Locale.ROOT));
            if (!METHODS.contains(known)) {
                throw wrong("names '" + method + "', which is none of " + METHODS);
            }
            methods.add(known);
        }
        return methods;
    }

    private void option(String option) {
        String[] words = option.split("\\s+");
        switch (words[0]) {
            case "public" -> access = Access.PUBLIC;
            case "low" -> priority = Priority.LOW;
            case "critical" -> priority = Priority.CRITICAL;
            case "limits" -> limits = List.of(words).subList(1, words.length);
            case "timeout" -> timeout = duration(argument(words));
            case "body" -> body = bytes(argument(words));
            default -> throw wrong("has an unknown option '" + option + "'");
        }
    }

    private String argument(String[] words) {
        if (words.length != 2) {
            throw wrong("needs one value after '" + words[0] + "'");
        }
        return words[1].toUpperCase(Locale.ROOT);
    }

    private Duration duration(String text) {
        try {
            Duration duration = Duration.parse("PT" + text);
            if (duration.isPositive()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw wrong("needs a time above zero after 'timeout', such as 30s, not '" + text + "'");
    }

    private long bytes(String text) {
        int last = text.length() - 1;
        long unit = text.endsWith("M") ? 1024 * 1024 : text.endsWith("K") ? 1024 : 1;
        String number = unit == 1 ? text : text.substring(0, last);
        if (!number.matches("[1-9]\\d{0,8}")) {
            throw wrong("needs a size above zero after 'body', such as 5M, not '" + text + "'");
        }
        return unit * Long.parseLong(number);
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("Route " + name + " " + what + ".");
    }
}
