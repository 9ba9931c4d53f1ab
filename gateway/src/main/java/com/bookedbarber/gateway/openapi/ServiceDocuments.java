package com.bookedbarber.gateway.openapi;

import com.bookedbarber.gateway.proxy.Upstream;
import com.bookedbarber.gateway.proxy.Upstreams;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The documents that the services publish about themselves. Of a service that is away the last one is kept. */
@Singleton
final class ServiceDocuments {

    private static final Logger LOG = Logger.getLogger(ServiceDocuments.class);
    private static final int TIMEOUT_MILLIS = 3000;

    private final Upstreams upstreams;
    private final ObjectMapper json;
    private final HttpClient client;
    private final Map<String, ObjectNode> latest = new ConcurrentSkipListMap<>();

    ServiceDocuments(Upstreams upstreams, ObjectMapper json, Vertx vertx) {
        this.upstreams = upstreams;
        this.json = json;
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(TIMEOUT_MILLIS));
    }

    /** Asks all services; the documents by service name. */
    Future<Map<String, ObjectNode>> fetch() {
        return Future.join(upstreams.all().stream().map(this::fetch).toList())
                .transform(fetched -> Future.succeededFuture(new TreeMap<>(latest)));
    }

    private Future<Void> fetch(Upstream upstream) {
        String url = upstream.config().url().getFirst() + "/openapi?format=json";
        return client.request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setAbsoluteURI(url)
                        .putHeader("Accept", "application/json")
                        .setTimeout(TIMEOUT_MILLIS))
                .compose(HttpClientRequest::send)
                .compose(response -> response.statusCode() == 200
                        ? response.body()
                        : Future.failedFuture("status " + response.statusCode()))
                .map(body -> latest.put(upstream.name(), parse(body.getBytes())))
                .onFailure(failure -> LOG.debugf(failure, "%s has no document at the moment", upstream.name()))
                .mapEmpty();
    }

    private ObjectNode parse(byte[] document) {
        try {
            return (ObjectNode) json.readTree(document);
        } catch (IOException | ClassCastException e) {
            throw new IllegalArgumentException("not an OpenAPI document", e);
        }
    }
}
