package com.bookedbarber.gateway;

import com.bookedbarber.gateway.edge.FrontDoor;
import com.bookedbarber.gateway.route.Route;
import com.bookedbarber.gateway.route.RouteTable;
import com.bookedbarber.gateway.world.Call;
import com.bookedbarber.gateway.world.RawAnswer;
import com.bookedbarber.gateway.world.Suite;
import com.bookedbarber.platform.problem.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(Suite.class)
class OpenApiTest {

    private final ObjectMapper json = new ObjectMapper();

    @Inject
    FrontDoor door;

    @Inject
    RouteTable routes;

    @Test
    void shouldDescribeEveryRouteAndNothingElse() throws Exception {
        JsonNode document = document();

        assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
        for (Route route : routes.routes()) {
            route.methods()
                    .forEach(method -> assertThat(document.path("paths")
                                    .path(route.template())
                                    .has(method.name().toLowerCase(Locale.ROOT)))
                            .as(route.name())
                            .isTrue());
        }
        assertThat(document.path("paths").has("/internal/events")).isFalse();
        List<String> ids = document.findValuesAsText("operationId");
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void shouldTakeOverWhatTheServiceSays() throws Exception {
        JsonNode shops = document().at("/paths/~1api~1v1~1shops/get");

        assertThat(shops.path("operationId").asText()).isEqualTo("listShops");
        assertThat(shops.at("/responses/200/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Shop");
        assertThat(shops.path("security")).as("with a token or without").hasSize(2);
        assertThat(document().at("/paths/~1api~1v1~1users~1me/get/security")).hasSize(1);
    }

    @Test
    void shouldReferOnlyToWhatIsThere() throws Exception {
        JsonNode document = document();
        for (String reference : document.findValuesAsText("$ref")) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @Test
    void shouldListEveryError() throws Exception {
        String text = document().at("/info/description").asText();
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(text).contains("| `" + code.type() + "` | " + code.status() + " |");
        }
    }

    @Test
    void shouldShowTheDocumentWithoutAScriptInThePage() {
        RawAnswer page = Call.get("/docs").send(door.port());

        assertThat(page.header("Content-Type").getFirst()).startsWith("text/html");
        assertThat(page.body()).doesNotContainPattern("<script>|<style|style=|onload=|https?://");
        assertThat(Call.get("/docs/swagger-ui-bundle.js").send(door.port()).body())
                .contains("SwaggerUIBundle");
        assertThat(Call.get("/docs/swagger-ui.css").send(door.port()).status()).isEqualTo(200);
    }

    private JsonNode document() throws Exception {
        return json.readTree(Call.get("/openapi").send(door.port()).body());
    }
}
