package com.bookedbarber.gateway.log;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AccessLineTest {

    private static final AccessLine LINE = new AccessLine(
            1_800_000_000_123L, "GET", "/api/v1/shops/fade-street", "/api/v1/shops/{shop}", 200, 12_345_678, "req-1");

    @Test
    void shouldSayMethodPathStatusAndSeconds() {
        StringBuilder text = new StringBuilder();

        LINE.plain(text);

        assertThat(text)
                .hasToString("2027-01-15T08:00:00.123Z INFO  [access] "
                        + "GET /api/v1/shops/fade-street - 200 - 0.012s (req-1)\n");
    }

    @Test
    void shouldGiveTheSameAsFieldsInJson() {
        StringBuilder text = new StringBuilder();

        LINE.json(text);

        JsonObject line = new JsonObject(text.toString());
        assertThat(line.getString("message")).isEqualTo("GET /api/v1/shops/fade-street - 200 - 0.012s");
        assertThat(line.getString("route")).isEqualTo("/api/v1/shops/{shop}");
        assertThat(line.getInteger("status")).isEqualTo(200);
        assertThat(line.getDouble("seconds")).isEqualTo(0.012);
        assertThat(line.getJsonObject("mdc").getString("requestId")).isEqualTo("req-1");
        assertThat(text).endsWith("}\n");
    }
}
