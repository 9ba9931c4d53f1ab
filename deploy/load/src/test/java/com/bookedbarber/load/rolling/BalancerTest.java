package com.bookedbarber.load.rolling;

import com.bookedbarber.local.stack.Endpoint;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BalancerTest {

    private final Balancer balancer = new Balancer();
    private final List<HttpServer> servers = new ArrayList<>();
    private final HttpClient kept = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        kept.close();
        servers.forEach(server -> server.stop(0));
        balancer.close();
    }

    @Test
    void shouldGiveNewConnectionsToItsMembersInTurn() throws Exception {
        balancer.join(server("one"));
        balancer.join(server("two"));

        assertThat(List.of(askAnew(), askAnew(), askAnew(), askAnew())).containsExactly("one", "two", "one", "two");
    }

    @Test
    void shouldLeaveAConnectionWithAMemberThatHasLeft() throws Exception {
        var one = server("one");
        balancer.join(one);
        assertThat(ask(kept)).isEqualTo("one");

        balancer.leave(one);
        balancer.join(server("two"));

        assertThat(ask(kept)).isEqualTo("one");
        assertThat(askAnew()).isEqualTo("two");
    }

    @Test
    void shouldTurnAwayWhenThereIsNobody() {
        assertThatThrownBy(this::askAnew).isInstanceOf(IOException.class);
    }

    private String askAnew() throws Exception {
        try (var fresh = HttpClient.newHttpClient()) {
            return ask(fresh);
        }
    }

    private String ask(HttpClient client) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(balancer.endpoint().url() + "/"))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private Endpoint server(String name) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, name.length());
            exchange.getResponseBody().write(name.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        servers.add(server);
        return new Endpoint(server.getAddress().getPort(), server.getAddress().getPort());
    }
}
