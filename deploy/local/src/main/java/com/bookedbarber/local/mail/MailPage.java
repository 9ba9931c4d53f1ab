package com.bookedbarber.local.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Kept mail over HTTP: {@code /} for people, {@code /mail?to=<address>} for programs. */
final class MailPage implements AutoCloseable {

    private static final int LATEST = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Mailbox mailbox;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    MailPage(Mailbox mailbox, int port) throws IOException {
        this.mailbox = mailbox;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/mail", this::serveJson);
        server.createContext("/", this::servePage);
        server.start();
    }

    private void serveJson(HttpExchange exchange) throws IOException {
        var to = queryParameter(exchange, "to");
        var mails = to == null ? mailbox.latest(LATEST) : mailbox.to(to);
        answer(exchange, 200, "application/json", JSON.writeValueAsBytes(toJson(mails)));
    }

    private void servePage(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/")) {
            answer(exchange, 404, "text/plain; charset=utf-8", bytes("There is / and /mail?to=<address>.\n"));
            return;
        }
        answer(exchange, 200, "text/html; charset=utf-8", bytes(MailHtml.page(mailbox.latest(LATEST))));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String queryParameter(HttpExchange exchange, String name) {
        var query = exchange.getRequestURI().getRawQuery();
        return Stream.ofNullable(query)
                .flatMap(all -> Stream.of(all.split("&")))
                .filter(pair -> pair.startsWith(name + "="))
                // A bare plus is part of addresses such as ann+shop@example.com far more often than it is a space.
                .map(pair -> pair.substring(name.length() + 1).replace("+", "%2B"))
                .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
                .findFirst()
                .orElse(null);
    }

    private static ArrayNode toJson(List<KeptMail> mails) {
        var json = JSON.createArrayNode();
        mails.forEach(mail -> json.add(toJson(mail)));
        return json;
    }

    private static ObjectNode toJson(KeptMail mail) {
        var json = JSON.createObjectNode()
                .put("from", mail.from())
                .put("to", mail.to())
                .put("subject", mail.subject())
                .put("receivedAt", mail.receivedAt().toString())
                .put("text", mail.text())
                .put("html", mail.html());
        var attachments = json.putArray("attachments");
        mail.attachments()
                .forEach(attachment -> attachments
                        .addObject()
                        .put("name", attachment.name())
                        .put("type", attachment.type())
                        .put("content", attachment.content()));
        return json;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
