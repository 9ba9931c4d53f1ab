package com.bookedbarber.gateway.openapi;

import com.bookedbarber.gateway.route.RouteTables;
import com.bookedbarber.gateway.world.BuiltServices;
import com.bookedbarber.platform.problem.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The document that the suite publishes, merged from those of the services as they were built last. It is left in
 * {@code target/openapi.json} for linters; docs/development.md says which.
 */
class MergedDocumentTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final ObjectMapper json = new ObjectMapper();
    private ObjectNode document;

    @BeforeEach
    void merge() throws IOException {
        document =
                MergedDocument.of(RouteTables.shipped(), OpenApiEndpoint.frame(json, "1"), BuiltServices.documents());
        json.writerWithDefaultPrettyPrinter()
                .writeValue(Path.of("target", "openapi.json").toFile(), document);
    }

    @Test
    void shouldNameEveryOperationAndSayHowItSucceeds() {
        Set<String> names = new HashSet<>();
        forEachOperation((where, operation) -> {
            assertThat(names.add(operation.path("operationId").asText()))
                    .as(where)
                    .isTrue();
            assertThat(operation.path("summary").asText()).as(where).isNotBlank();
            assertThat(operation.path("responses").fieldNames())
                    .toIterable()
                    .as(where)
                    .anyMatch(status -> status.startsWith("2"));
        });
    }

    @Test
    void shouldAskForATokenByTheSchemeThatIsDeclared() {
        assertThat(document.at("/components/securitySchemes").fieldNames())
                .toIterable()
                .containsExactly("bearer");
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asText())
                .isEqualTo("bearer");
        forEachOperation((where, operation) -> {
            assertThat(operation.has("security")).as(where).isTrue();
            operation
                    .path("security")
                    .forEach(way ->
                            assertThat(way.fieldNames()).toIterable().as(where).isSubsetOf("bearer"));
        });
    }

    @Test
    void shouldReferOnlyToWhatIsThere() {
        for (String reference : document.findValuesAsText("$ref")) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @Test
    void shouldListEveryError() {
        List<String> types = json.convertValue(
                document.at("/components/schemas/ProblemType/enum"),
                json.getTypeFactory().constructCollectionType(List.class, String.class));
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(types).contains(code.type());
            assertThat(document.at("/info/description").asText())
                    .contains("| `" + code.type() + "` | " + code.status());
        }
        forEachOperation((where, operation) -> assertThat(
                        operation.at("/responses/4XX/$ref").asText())
                .as(where)
                .endsWith("/responses/Problem"));
    }

    @Test
    void shouldShowExamplesOfWhatMostClientsSend() {
        for (String path : List.of(
                "/api/v1/auth/register",
                "/api/v1/auth/login",
                "/api/v1/shops",
                "/api/v1/shops/{shop}/services",
                "/api/v1/shops/{shop}/barbers",
                "/api/v1/appointments",
                "/api/v1/payments",
                "/api/v1/payments/{id}/refunds",
                "/api/v1/analytics/reports")) {
            JsonNode body = document.path("paths").path(path).at("/post/requestBody/content/application~1json/schema");
            JsonNode schema = document.at(body.path("$ref").asText().substring(1));
            assertThat(schema.path("examples")).as(path).isNotEmpty();
        }
        assertThat(document.at("/components/responses/Problem/content/application~1problem+json/example")
                        .has("type"))
                .isTrue();
    }

    private void forEachOperation(BiConsumer<String, JsonNode> check) {
        document.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(entry -> {
                    if (METHODS.contains(entry.getKey())) {
                        check.accept(entry.getKey() + ' ' + path.getKey(), entry.getValue());
                    }
                }));
    }
}
