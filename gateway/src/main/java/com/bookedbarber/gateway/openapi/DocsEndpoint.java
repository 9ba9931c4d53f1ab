package com.bookedbarber.gateway.openapi;

import com.bookedbarber.gateway.exchange.Exchange;
import com.bookedbarber.gateway.exchange.OwnEndpoint;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code GET /docs}: Swagger UI over {@code /openapi}, from our own origin and without a line of script in the page, so
 * that the strict content security policy need not be loosened for it.
 */
@Singleton
final class DocsEndpoint implements OwnEndpoint {

    private static final String WEBJAR = "META-INF/resources/webjars/swagger-ui/";
    private static final String WEBJAR_VERSION = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String OURS = "com/bookedbarber/gateway/openapi/";

    private record File(String resource, String type) {}

    private static final Map<String, File> FILES = Map.of(
            "/docs", new File(OURS + "docs.html", "text/html; charset=utf-8"),
            "/docs/start.js", new File(OURS + "docs.js", "text/javascript; charset=utf-8"),
            "/docs/swagger-ui.css", new File(WEBJAR + "%s/swagger-ui.css", "text/css; charset=utf-8"),
            "/docs/swagger-ui-bundle.js",
                    new File(WEBJAR + "%s/swagger-ui-bundle.js", "text/javascript; charset=utf-8"),
            "/docs/favicon.png", new File(WEBJAR + "%s/favicon-32x32.png", "image/png"));

    private final Vertx vertx;
    private final Map<String, Buffer> contents = new ConcurrentHashMap<>();

    DocsEndpoint(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Set<String> paths() {
        return FILES.keySet();
    }

    @Override
    public Future<Void> answer(Exchange exchange) {
        return content(exchange.path())
                .compose(content -> exchange.response()
                        .putHeader(
                                HttpHeaders.CONTENT_TYPE,
                                FILES.get(exchange.path()).type())
                        .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                        .end(content));
    }

    private Future<Buffer> content(String path) {
        Buffer known = contents.get(path);
        return known != null
                ? Future.succeededFuture(known)
                : vertx.executeBlocking(() -> contents.computeIfAbsent(path, DocsEndpoint::read), false);
    }

    private static Buffer read(String path) {
        try (InputStream version = open(WEBJAR_VERSION)) {
            Properties properties = new Properties();
            properties.load(version);
            try (InputStream file = open(FILES.get(path).resource().formatted(properties.getProperty("version")))) {
                return Buffer.buffer(file.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource);
        if (stream == null) {
            throw new FileNotFoundException(resource);
        }
        return stream;
    }
}
