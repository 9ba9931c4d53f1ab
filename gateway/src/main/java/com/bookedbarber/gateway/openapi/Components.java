package com.bookedbarber.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.Map;

/**
 * The schemas and other parts that operations refer to. What two services call the same and mean the same is there once;
 * what they do not mean the same gets the service's name in front.
 */
final class Components {

    private static final String PREFIX = "#/components/";

    private final ObjectNode merged;

    Components(ObjectNode merged) {
        this.merged = merged;
    }

    /** Takes over the parts of a service's document and makes the document refer to them under their names here. */
    void add(String service, ObjectNode source) {
        Map<String, String> renamed = new HashMap<>();
        source.path("components")
                .fields()
                .forEachRemaining(kind -> kind.getValue().fieldNames().forEachRemaining(name -> {
                    JsonNode known = merged.path(kind.getKey()).get(name);
                    if (known != null && !known.equals(kind.getValue().get(name))) {
                        renamed.put(reference(kind.getKey(), name), reference(kind.getKey(), unlike(service, name)));
                    }
                }));
        rewrite(source, renamed);
        source.path("components").fields().forEachRemaining(kind -> {
            if (!kind.getKey().equals("securitySchemes")) {
                copy(kind.getKey(), (ObjectNode) kind.getValue(), renamed);
            }
        });
    }

    private void copy(String kind, ObjectNode parts, Map<String, String> renamed) {
        parts.fields().forEachRemaining(part -> {
            String reference = reference(kind, part.getKey());
            String name = renamed.getOrDefault(reference, reference)
                    .substring(reference(kind, "").length());
            merged.withObject("/" + kind).set(name, part.getValue());
        });
    }

    private static void rewrite(JsonNode node, Map<String, String> renamed) {
        if (node instanceof ObjectNode object) {
            JsonNode reference = object.get("$ref");
            if (reference != null && renamed.containsKey(reference.asText())) {
                object.put("$ref", renamed.get(reference.asText()));
            }
            object.forEach(child -> rewrite(child, renamed));
        } else if (node instanceof ArrayNode array) {
            array.forEach(child -> rewrite(child, renamed));
        }
    }

    private static String unlike(String service, String name) {
        return Character.toUpperCase(service.charAt(0)) + service.substring(1) + name;
    }

    private static String reference(String kind, String name) {
        return PREFIX + kind + '/' + name;
    }
}
