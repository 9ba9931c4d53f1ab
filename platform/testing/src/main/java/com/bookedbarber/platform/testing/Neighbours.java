package com.bookedbarber.platform.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A server on loopback that stands for the other services: it publishes the token keys, gives service tokens, knows the
 * shops and people it was told, and serves the events it was given.
 */
public final class Neighbours {

    private static final Neighbours INSTANCE = new Neighbours();
    private static final int NOT_FOUND = 404;
    private static final int BACKLOG = 100;

    private final Map<String, HttpServer> servers = new ConcurrentHashMap<>();
    private final Map<String, List<String>> events = new ConcurrentHashMap<>();
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    private Neighbours() {
        reset();
    }

    /** The one of this JVM. */
    public static Neighbours instance() {
        return INSTANCE;
    }

    /** The address of one of them, such as {@code user-service}, without a slash at the end. */
    public String url(String service) {
        HttpServer server = servers.computeIfAbsent(service, this::start);
        return "http://localhost:" + server.getAddress().getPort();
    }

    private HttpServer start(String service) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> answer(service, exchange));
            server.start();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Forgets everything that tests have told it, but for the events, which a consumer may have read. */
    public void reset() {
        replies.clear();
        calls.clear();
        reply("GET /.well-known/jwks.json", 200, Tokens.keySet());
    }

    /** Answers a call from now on, such as {@code GET /internal/shops/…}. */
    public void reply(String methodAndPath, int status, String json) {
        replies.put(methodAndPath, new Reply(status, json));
    }

    /** Makes a shop known. */
    public void shop(UUID shopId, String timeZone, String currency) {
        reply("GET /internal/shops/" + shopId, 200, """
                {"shopId":"%s","slug":"shop-%s","name":"Test Shop","timeZone":"%s","currency":"%s","version":1}""".formatted(shopId, shopId, timeZone, currency));
    }

    /** Gives somebody a role in a shop that their token does not know. */
    public void staff(UUID shopId, UUID userId, String role) {
        reply("GET /internal/shops/" + shopId + "/staff/" + userId, 200, """
                {"shopId":"%s","userId":"%s","role":"%s"}""".formatted(shopId, userId, role));
    }

    /** Adds an event at the end of the feed; {@code source} such as {@code user-service}. Returns its id. */
    public String publish(String source, String type, String subject, String dataJson) {
        String id = UUID.randomUUID().toString();
        List<String> feed = feed(source);
        feed.add("""
                {"specversion":"1.0","id":"%s","source":"/%s","type":"%s","subject":"%s",\
                "time":"%s","cursor":"1-%d","datacontenttype":"application/json","data":%s}""".formatted(id, source, type, subject, java.time.Instant.now(), feed.size() + 1, dataJson));
        return id;
    }

    /** What was called, as method and path, oldest first. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    private void answer(String service, HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String call = exchange.getRequestMethod() + " " + path;
        exchange.getRequestBody().readAllBytes();
        Reply reply = path.equals("/internal/events") ? page(feed(service), exchange) : replies.get(call);
        if (call.equals("POST /oauth2/token")) {
            reply = token();
        } else if (!path.equals("/internal/events")) {
            calls.add(call);
        }
        send(exchange, reply == null ? new Reply(NOT_FOUND, "{}") : reply);
    }

    private static Reply token() {
        return new Reply(200, """
                {"access_token":"%s","token_type":"Bearer","expires_in":900}""".formatted(Tokens.service("a-service")));
    }

    private List<String> feed(String service) {
        return events.computeIfAbsent(service, name -> new CopyOnWriteArrayList<>());
    }

    private static Reply page(List<String> events, HttpExchange exchange) {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        int from = 0;
        for (String parameter : query.split("&")) {
            if (parameter.startsWith("after=1-")) {
                from = Integer.parseInt(parameter.substring("after=1-".length()));
            }
        }
        List<String> known = List.copyOf(events);
        if (known.size() <= from) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            known = List.copyOf(events);
        }
        List<String> rest = known.subList(Math.min(from, known.size()), known.size());
        return new Reply(200, "[" + String.join(",", rest) + "]");
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.json().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private record Reply(int status, String json) {}
}
