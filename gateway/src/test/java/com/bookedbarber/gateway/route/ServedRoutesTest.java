package com.bookedbarber.gateway.route;

import com.bookedbarber.gateway.world.BuiltServices;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of routes beside what the services themselves say they serve, and to whom. */
class ServedRoutesTest {

    @Test
    void shouldRouteWhatTheServicesServeAndNothingElse() {
        Map<String, ObjectNode> services = BuiltServices.documents();

        assertThat(routed()).containsExactlyInAnyOrderElementsOf(served(services));
    }

    private static Set<String> routed() {
        Set<String> routed = new TreeSet<>();
        for (Route route : RouteTables.shipped().routes()) {
            route.methods()
                    .forEach(method ->
                            routed.add(line(route.upstream(), method.name(), route.template(), route.access())));
        }
        return routed;
    }

    private static Set<String> served(Map<String, ObjectNode> services) {
        Set<String> served = new TreeSet<>();
        services.forEach((service, document) -> document.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    if (!operation.getKey().equals("parameters")) {
                        served.add(line(service, operation.getKey(), path.getKey(), access(operation.getValue())));
                    }
                })));
        return served;
    }

    /** Quarkus notes a scheme of security where a resource wants a caller, and none where anybody may call. */
    private static Access access(JsonNode operation) {
        return operation.path("security").isEmpty() ? Access.PUBLIC : Access.TOKEN;
    }

    /** Parameters may have other names here and there. */
    private static String line(String service, String method, String path, Access access) {
        String template = path.replaceAll("\\{[^}]+}", "{}");
        return service + ' ' + method.toUpperCase(Locale.ROOT) + ' ' + template + ' ' + access;
    }
}
