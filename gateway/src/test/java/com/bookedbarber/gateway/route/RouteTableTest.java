package com.bookedbarber.gateway.route;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RouteTableTest {

    private final RouteTable routes = new RouteTable(List.of(
            line("one", "GET /a/{id} -> user"),
            line("file", "GET /a/{id}.ics -> user; public"),
            line("literal", "GET /a/mine -> user"),
            line("deep", "POST,PUT /a/{id}/b -> user; critical; limits x y; timeout 30s; body 5M")));

    @Test
    void shouldFindWhatFitsBest() {
        assertThat(find("/a/7")).isEqualTo("one");
        assertThat(find("/a/7.ics")).isEqualTo("file");
        assertThat(find("/a/mine")).isEqualTo("literal");
        assertThat(routes.find("/a/mine/b").get(HttpMethod.PUT).name()).isEqualTo("deep");
    }

    @Test
    void shouldFindNothingElse() {
        for (String path : List.of("/", "/a", "/a/", "/b", "/a/7/", "/a/7/c", "/a/7/b/c", "/A/7")) {
            assertThat(routes.find(path)).as(path).isEmpty();
        }
    }

    @Test
    void shouldReadWhatALineSays() {
        Route deep = routes.find("/a/7/b").get(HttpMethod.POST);

        assertThat(deep.access()).isEqualTo(Access.TOKEN);
        assertThat(deep.priority()).isEqualTo(Priority.CRITICAL);
        assertThat(deep.limits()).containsExactly("x", "y");
        assertThat(deep.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(deep.bodyLimit()).isEqualTo(5 * 1024 * 1024);
        assertThat(RouteTable.allow(routes.find("/a/7"))).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void shouldNotAcceptALineThatSaysNothingClear() {
        for (String line : List.of(
                "",
                "GET /a",
                "GET a -> user",
                "/a -> user",
                "GET /a -> user; sometimes",
                "GET /a -> user; timeout",
                "GET /a -> user; timeout soon",
                "GET /a -> user; timeout 0s",
                "GET /a -> user; body 0",
                "GTE /a -> user",
                "GET /a -> user; body big")) {
            assertThatThrownBy(() -> line("bad", line)).as(line).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void shouldNotAcceptTwoRoutesForOneThing() {
        assertThatThrownBy(() ->
                        new RouteTable(List.of(line("x", "GET /a/{id} -> user"), line("y", "GET /a/{b} -> user"))))
                .hasMessageContaining("a second time");
    }

    private String find(String path) {
        return routes.find(path).get(HttpMethod.GET).name();
    }

    private static Route line(String name, String line) {
        return RouteLine.parse(name, line);
    }
}
