package com.bookedbarber.platform.testing;

import io.restassured.RestAssured;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The OpenAPI document of the service under test. */
public final class ApiDocument {

    private ApiDocument() {}

    /** The operations with an answer of which it is not said what it looks like, such as {@code GET /api/v1/shops 200}. */
    public static List<String> answersWithoutSchema() {
        Map<String, Map<String, Object>> paths =
                RestAssured.given().get("/openapi?format=json").path("paths");
        List<String> without = new ArrayList<>();
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            if (operation instanceof Map<?, ?> described && described.get("responses") instanceof Map<?, ?> answers) {
                answers.forEach((status, answer) -> {
                    if (isWithoutSchema(String.valueOf(status), (Map<?, ?>) answer)) {
                        without.add(method.toUpperCase(Locale.ROOT) + " " + path + " " + status);
                    }
                });
            }
        }));
        return without;
    }

    private static boolean isWithoutSchema(String status, Map<?, ?> answer) {
        boolean hasBody = status.equals("200") || status.equals("201");
        return hasBody && (!(answer.get("content") instanceof Map<?, ?> content) || !haveSchemas(content));
    }

    private static boolean haveSchemas(Map<?, ?> content) {
        return !content.isEmpty()
                && content.values().stream()
                        .allMatch(media -> media instanceof Map<?, ?> described
                                && described.get("schema") instanceof Map<?, ?> schema
                                && !schema.isEmpty());
    }
}
