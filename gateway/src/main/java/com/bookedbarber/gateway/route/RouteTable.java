package com.bookedbarber.gateway.route;

import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the route of a path. The table is the allow-list: what is not in it does not exist.
 *
 * <p>Literal segments win over parameters, so {@code /shops/mine} would be found before {@code /shops/{id}}.
 */
@Singleton
public final class RouteTable {

    private final Node root = new Node();
    private final List<Route> routes;

    @Inject
    RouteTable(RouteConfig config) {
        this(config.routes().entrySet().stream()
                .map(line -> RouteLine.parse(line.getKey(), line.getValue()))
                .toList());
    }

    RouteTable(List<Route> routes) {
        this.routes = routes;
        routes.forEach(this::add);
    }

    /** All routes. */
    public Collection<Route> routes() {
        return routes;
    }

    /**
     * The methods of a normalised path and their routes; empty if there is no such path.
     *
     * @param path a path that starts with a slash
     */
    public Map<HttpMethod, Route> find(String path) {
        Node node = root.find(path, 1);
        return node == null ? Map.of() : node.methods;
    }

    /** The value of an {@code Allow} header. */
    public static String allow(Map<HttpMethod, Route> methods) {
        Set<String> names =
                methods.keySet().stream().map(HttpMethod::name).collect(Collectors.toCollection(TreeSet::new));
        names.add("OPTIONS");
        if (names.contains("GET")) {
            names.add("HEAD");
        }
        return String.join(", ", names);
    }

    private void add(Route route) {
        Node node = root;
        for (String segment : route.template().substring(1).split("/")) {
            node = node.child(segment);
        }
        for (HttpMethod method : route.methods()) {
            if (node.methods.put(method, route) != null) {
                throw new IllegalArgumentException(
                        "Route " + route.name() + " claims " + method + " " + route.template() + " a second time.");
            }
        }
    }

    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private final Map<HttpMethod, Route> methods = new HashMap<>();
        private Node parameter;
        private Node suffixed;
        private String suffix;

        Node child(String segment) {
            if (!segment.startsWith("{")) {
                return literals.computeIfAbsent(segment, literal -> new Node());
            }
            int end = segment.indexOf('}');
            if (end < segment.length() - 1) {
                suffix = segment.substring(end + 1);
                suffixed = suffixed == null ? new Node() : suffixed;
                return suffixed;
            }
            parameter = parameter == null ? new Node() : parameter;
            return parameter;
        }

        Node find(String path, int from) {
            int slash = path.indexOf('/', from);
            String segment = slash < 0 ? path.substring(from) : path.substring(from, slash);
            Node literal = literals.get(segment);
            Node found = literal == null ? null : literal.rest(path, slash);
            if (found == null && suffixed != null && segment.endsWith(suffix) && segment.length() > suffix.length()) {
                found = suffixed.rest(path, slash);
            }
            if (found == null && parameter != null && !segment.isEmpty()) {
                found = parameter.rest(path, slash);
            }
            return found;
        }

        private Node rest(String path, int slash) {
            if (slash >= 0) {
                return find(path, slash + 1);
            }
            return methods.isEmpty() ? null : this;
        }
    }
}
