package com.bookedbarber.gateway.openapi;

import com.bookedbarber.gateway.exchange.Exchange;
import com.bookedbarber.gateway.exchange.OwnEndpoint;
import com.bookedbarber.gateway.loop.ThisLoop;
import com.bookedbarber.gateway.route.RouteTable;
import com.bookedbarber.platform.problem.ErrorCode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code GET /openapi}: one document of all services, made anew at most once a minute. */
@Singleton
final class OpenApiEndpoint implements OwnEndpoint {

    private static final long FRESH_NANOS = 60_000_000_000L;

    private final ServiceDocuments services;
    private final RouteTable routes;
    private final ObjectMapper json;
    private final Vertx vertx;
    private final String version;
    private Future<Buffer> latest;
    private long madeAt;

    OpenApiEndpoint(
            ServiceDocuments services,
            RouteTable routes,
            ObjectMapper json,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.services = services;
        this.routes = routes;
        this.json = json;
        this.vertx = vertx;
        this.version = version;
    }

    @Override
    public Set<String> paths() {
        return Set.of("/openapi");
    }

    @Override
    public Future<Void> answer(Exchange exchange) {
        return ThisLoop.here(vertx, document())
                .compose(document -> exchange.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .end(document));
    }

    private synchronized Future<Buffer> document() {
        long now = System.nanoTime();
        if (latest == null || latest.failed() || latest.isComplete() && now - madeAt > FRESH_NANOS) {
            madeAt = now;
            latest = services.fetch().compose(fetched -> vertx.executeBlocking(() -> merge(fetched), false));
        }
        return latest;
    }

    private Buffer merge(Map<String, ObjectNode> fetched) throws IOException {
        Map<String, ObjectNode> copies = new TreeMap<>();
        fetched.forEach((name, document) -> copies.put(name, document.deepCopy()));
        return Buffer.buffer(json.writeValueAsBytes(MergedDocument.of(routes, frame(json, version), copies)));
    }

    /** What the gateway says itself, with the catalogue of errors. */
    static ObjectNode frame(ObjectMapper json, String version) throws IOException {
        try (InputStream frame = OpenApiEndpoint.class.getResourceAsStream("frame.json")) {
            ObjectNode document = (ObjectNode) json.readTree(frame);
            document.withObject("/info").put("version", version);
            ArrayNode types =
                    document.withObject("/components/schemas/ProblemType").putArray("enum");
            StringBuilder catalogue = new StringBuilder(
                            document.at("/info/description").asText())
                    .append("\n\n## Errors\n\n| Type | Status | Meaning |\n| --- | --- | --- |\n");
            for (ErrorCode code : ErrorCode.values()) {
                types.add(code.type());
                catalogue.append("| `").append(code.type()).append("` | ").append(code.status());
                catalogue.append(" | ").append(code.title()).append(" |\n");
            }
            document.withObject("/info").put("description", catalogue.toString());
            return document;
        }
    }
}
