package com.bookedbarber.gateway.openapi;

import com.bookedbarber.gateway.route.Access;
import com.bookedbarber.gateway.route.Route;
import com.bookedbarber.gateway.route.RouteTable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One OpenAPI document of everything the gateway lets through: for each route what its service says about it, under the
 * route's own template, or at least that it is there. What is not routed is left out, whatever a service says.
 */
final class MergedDocument {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final RouteTable routes;
    private final ObjectNode document;
    private final ObjectNode paths;
    private final Components components;
    private final Set<String> operationIds = new HashSet<>();

    private MergedDocument(RouteTable routes, ObjectNode frame) {
        this.routes = routes;
        this.document = frame;
        this.paths = frame.withObject("/paths");
        this.components = new Components(frame.withObject("/components"));
    }

    /**
     * Merges.
     *
     * @param frame what the gateway says itself; is changed
     * @param services the services' documents by name; are changed
     */
    static ObjectNode of(RouteTable routes, ObjectNode frame, Map<String, ObjectNode> services) {
        MergedDocument merged = new MergedDocument(routes, frame);
        merged.operationIds.addAll(frame.findValuesAsText("operationId"));
        services.forEach(merged::add);
        merged.addUndocumented();
        return merged.document;
    }

    private void add(String service, ObjectNode source) {
        components.add(service, source);
        source.path("paths").fields().forEachRemaining(path -> {
            for (String method : METHODS) {
                if (path.getValue().get(method) instanceof ObjectNode operation) {
                    addOperation(
                            service,
                            path.getKey(),
                            method,
                            operation,
                            path.getValue().path("parameters"));
                }
            }
        });
    }

    private void addOperation(String service, String path, String method, ObjectNode operation, JsonNode shared) {
        Route route = routes.find(path).get(HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)));
        if (route == null || !route.upstream().equals(service)) {
            return;
        }
        shared.forEach(parameter -> operation.withArray("parameters").add(parameter.deepCopy()));
        renameParameters(operation, names(path), names(route.template()));
        complete(route, method, operation);
        paths.withObject("/" + escaped(route.template())).set(method, operation);
    }

    private void complete(Route route, String method, ObjectNode operation) {
        String id = operation.path("operationId").asText(route.name() + '-' + method);
        operation.put("operationId", operationIds.add(id) ? id : unused(route, method));
        operation.putArray("tags").add(route.upstream());
        if (!operation.hasNonNull("summary")) {
            operation.put(
                    "summary",
                    Character.toUpperCase(route.name().charAt(0))
                            + route.name().substring(1).replace('-', ' '));
        }
        ArrayNode security = operation.putArray("security");
        security.addObject().putArray("bearer");
        if (route.access() == Access.PUBLIC) {
            security.addObject();
        }
        ObjectNode responses = operation.withObject("/responses");
        for (String status : List.of("4XX", "5XX")) {
            if (!responses.has(status)) {
                responses.putObject(status).put("$ref", "#/components/responses/Problem");
            }
        }
    }

    private String unused(Route route, String method) {
        String id = route.name() + '-' + method;
        int number = 2;
        while (!operationIds.add(id)) {
            id = route.name() + '-' + method + '-' + number++;
        }
        return id;
    }

    /** Two names for one place in a path would make two paths of it. */
    private static void renameParameters(ObjectNode operation, List<String> from, List<String> to) {
        for (JsonNode parameter : operation.path("parameters")) {
            int place = from.indexOf(parameter.path("name").asText());
            if (place >= 0 && parameter.path("in").asText().equals("path")) {
                ((ObjectNode) parameter).put("name", to.get(place));
            }
        }
        if (operation.path("parameters").isEmpty()) {
            operation.remove("parameters");
        }
    }

    private void addUndocumented() {
        for (Route route : routes.routes()) {
            for (HttpMethod method : route.methods()) {
                String name = method.name().toLowerCase(Locale.ROOT);
                ObjectNode path = paths.withObject("/" + escaped(route.template()));
                if (!path.has(name)) {
                    path.set(name, bare(route, name));
                }
            }
        }
    }

    private ObjectNode bare(Route route, String method) {
        ObjectNode operation = document.objectNode();
        ArrayNode parameters = operation.putArray("parameters");
        for (String name : names(route.template())) {
            ObjectNode parameter = parameters.addObject();
            parameter.put("name", name).put("in", "path").put("required", true);
            parameter.putObject("schema").put("type", "string");
        }
        operation.putObject("responses").putObject("2XX").put("description", "Done.");
        complete(route, method, operation);
        return operation;
    }

    private static List<String> names(String template) {
        return PARAMETER
                .matcher(template)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** As one step of a JSON pointer. */
    private static String escaped(String path) {
        return path.replace("~", "~0").replace("/", "~1");
    }
}
