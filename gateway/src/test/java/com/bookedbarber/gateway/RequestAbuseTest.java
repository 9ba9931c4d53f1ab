package com.bookedbarber.gateway;

import com.bookedbarber.gateway.edge.FrontDoor;
import com.bookedbarber.gateway.world.Origin;
import com.bookedbarber.gateway.world.RawAnswer;
import com.bookedbarber.gateway.world.RawConnection;
import com.bookedbarber.gateway.world.Received;
import com.bookedbarber.gateway.world.Suite;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that two servers could read differently, sent byte by byte. In a case {@code |} stands for CRLF and {@code ~}
 * for a bare line feed.
 */
@QuarkusTest
@WithTestResource(Suite.class)
class RequestAbuseTest {

    private final Origin origin = Suite.origin();

    @Inject
    FrontDoor door;

    @BeforeEach
    void forget() {
        origin.forget();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Lengths that contradict each other
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Content-Length: 6|Transfer-Encoding: chunked||0||GET /smuggled HTTP/1.1|Host: a||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: chunked|Content-Length: 6||0||G",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Content-Length: 5|Content-Length: 6||hello!",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Content-Length: 5|Content-Length: 5||hello",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Content-Length: 5, 5||hello",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Content-Length: 5, 6||hello!",
                // Lengths that are no numbers
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Content-Length: +5||hello",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Content-Length: -5||hello",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Content-Length: 0x5||hello",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Content-Length: 5 0||hello",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Content-Length: 5;a=b||hello",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Content-Length: five||hello",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Content-Length: 1e1||hellohello",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Content-Length: 99999999999999999999||hello",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Content-Length: 5\u000b||hello",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Content-Length:||hello",
                // Codings that only one of two servers might understand
                // Headers that would vanish behind the edge that decides by them
                "POST /api/v1/appointments HTTP/1.1|Host: a|Connection: Authorization|Authorization: Bearer x|Content-Length: 5||hello",
                "POST /api/v1/appointments HTTP/1.1|Host: a|Connection: close, Idempotency-Key|Idempotency-Key: 1|Content-Length: 5||hello",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Connection: Content-Length|Content-Length: 5||hello",
                // A folded line could hide a coding
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding:| chunked, identity||0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: chunked, identity||0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: identity||0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: gzip, chunked||0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: xchunked||0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: chunked, x||0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: x, chunked||0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: chunked, chunked||0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: chunked|Transfer-Encoding: identity||0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: chunked|Transfer-Encoding: chunked||0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: \"chunked\"||0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: chunked;q=1||0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding:\u000bchunked||0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: ||0||",
                "POST /api/v1/auth/refresh HTTP/1.0|Host: a|Transfer-Encoding: chunked||0||",
                "POST /api/v1/auth/refresh HTTP/1.0|Host: a|Content-Length: 5|Transfer-Encoding: chunked||0||",
                // Header lines that are none
                "GET /api/v1/shops HTTP/1.1|Host: a|Transfer-Encoding : chunked||0||",
                "GET /api/v1/shops HTTP/1.1|Host: a|Content-Length : 0||",
                "GET /api/v1/shops HTTP/1.1|Host : a||",
                "GET /api/v1/shops HTTP/1.1| Host: a||",
                "GET /api/v1/shops HTTP/1.1|Host: a|X\u0000Y: 1||",
                "GET /api/v1/shops HTTP/1.1|Host: a|X: a\u0000b||",
                "GET /api/v1/shops HTTP/1.1|Host: a|X(y): 1||",
                "GET /api/v1/shops HTTP/1.1|Host: a|: 1||",
                "GET /api/v1/shops HTTP/1.1|Host: a|no colon||",
                "GET /api/v1/shops HTTP/1.1|Host: a|X: a\rY: b||",
                // Bare line feeds
                "GET /api/v1/shops HTTP/1.1~Host: a~~",
                "GET /api/v1/shops HTTP/1.1|Host: a~X: b||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: chunked||5~hello|0||",
                // Request lines
                "GET /api/v1/shops HTTP/1.2|Host: a||",
                "GET /api/v1/shops HTTP/2.0|Host: a||",
                "GET /api/v1/shops HTTP/9.9|Host: a||",
                "GET /api/v1/shops http/1.1|Host: a||",
                "GET /api/v1/shops|Host: a||",
                "GET /api/v1/shops HTTP/1.1 x|Host: a||",
                "G(T /api/v1/shops HTTP/1.1|Host: a||",
                "PRI * HTTP/2.0||SM||",
                // Hosts
                "GET /api/v1/shops HTTP/1.1||",
                "GET /api/v1/shops HTTP/1.1|Host: a|Host: b||",
                "GET /api/v1/shops HTTP/1.1|Host: a, b||",
                "GET /api/v1/shops HTTP/1.1|Host: a b||",
                "GET /api/v1/shops HTTP/1.1|Host: a/../b||",
                "GET /api/v1/shops HTTP/1.1|Host: user@a||",
                "GET /api/v1/shops HTTP/1.1|Host: a:port||",
                "GET /api/v1/shops HTTP/1.1|Host:||",
                // Targets in another form
                "GET http://a/api/v1/shops HTTP/1.1|Host: a||",
                "GET http://evil/api/v1/shops HTTP/1.1|Host: a||",
                "GET //evil/api/v1/shops HTTP/1.1|Host: a||",
                "GET a:80 HTTP/1.1|Host: a||",
                "CONNECT a:80 HTTP/1.1|Host: a||",
                "OPTIONS * HTTP/1.1|Host: a||",
                "GET api/v1/shops HTTP/1.1|Host: a||",
                "GET ?q HTTP/1.1|Host: a||",
                // Paths that climb or hide something
                "GET /api/v1/shops/../users/me HTTP/1.1|Host: a||",
                "GET /api/v1/shops/./x HTTP/1.1|Host: a||",
                "GET /api/v1/shops/%2e%2e/users/me HTTP/1.1|Host: a||",
                "GET /api/v1/shops/.%2E/users/me HTTP/1.1|Host: a||",
                "GET /api/v1/shops%2fx HTTP/1.1|Host: a||",
                "GET /api/v1/shops%2F..%2Finternal HTTP/1.1|Host: a||",
                "GET /api/v1/shops/%5cx HTTP/1.1|Host: a||",
                "GET /api/v1/shops\\x HTTP/1.1|Host: a||",
                "GET /api/v1/shops/%00 HTTP/1.1|Host: a||",
                "GET /api/v1/shops/%0d%0aX:%20y HTTP/1.1|Host: a||",
                "GET /api/v1/shops/%252e%252e/x HTTP/1.1|Host: a||",
                "GET /api/v1/shops/%25%32%66x HTTP/1.1|Host: a||",
                "GET /api/v1/shops/%zz HTTP/1.1|Host: a||",
                "GET /api/v1/shops/% HTTP/1.1|Host: a||",
                "GET /api/v1/shops/%u002e HTTP/1.1|Host: a||",
                "GET /api/v1/shops/..;/users/me HTTP/1.1|Host: a||",
                "GET /api/v1/shops;x=1 HTTP/1.1|Host: a||",
                "GET /api/v1//shops HTTP/1.1|Host: a||",
                "GET /api/v1/shops#x HTTP/1.1|Host: a||",
                "GET /api/v1/shops/\u00e9 HTTP/1.1|Host: a||",
                "GET /api/v1/shops?q=%00 HTTP/1.1|Host: a||",
                "GET /api/v1/shops?q=<x> HTTP/1.1|Host: a||",
                // Chunks
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: chunked||zz|hello|0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: chunked||5|helloworld|0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: chunked||-5|hello|0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: chunked||0x5|hello|0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: chunked||FFFFFFFFFF|hello|0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: chunked||80000000|hello|0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: chunked||5 |hello|0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: chunked||5;a=\nb|hello|0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: chunked|||hello|0||",
                // What may stand only once, or only with one value
                "GET /api/v1/shops HTTP/1.1|Host: a|Authorization: Bearer a|Authorization: Bearer b||",
                "POST /api/v1/appointments HTTP/1.1|Host: a|Idempotency-Key: a|Idempotency-Key: b|Content-Length: 2||{}",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Expect: 200-ok|Content-Length: 2||{}",
            })
    void shouldRefuseAndHangUp(String request) throws Exception {
        try (RawConnection client = new RawConnection(door.port())) {
            client.send(bytes(request));

            RawAnswer answer = client.answer();
            assertThat(answer).isNotNull();
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.header("connection")).containsExactly("close");
            assertThat(answer.header("content-type")).containsExactly("application/problem+json");
            assertThat(client.ends()).isTrue();
        }
        assertThat(origin.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Understood in one way only, and sent on in the plainest form
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: chunked||5|hello|0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|transfer-encoding: CHUNKED||5|hello|0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: chunked||5;ext=1|hello|0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: chunked||5|hello|0|Content-Length: 9|X-User-Id: 1||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Transfer-Encoding: chunked||2|he|3|llo|0||",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Content-Length: 5||hello",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Content-Length: 005||hello",
                "POST /api/v1/auth/refresh HTTP/1.0|Host: a|Content-Length: 5||hello",
                // Whatever stands behind the body is another request
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Connection: close|Content-Length: 5||helloGET /internal/events HTTP/1.1|Host: a||",
                // Hop by hop
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Connection: X-User-Id|X-User-Id: 1|Content-Length: 5||hello",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Connection: keep-alive, X-Secret|X-Secret: 1|Content-Length: 5||hello",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Keep-Alive: 5|TE: trailers|Trailer: X|Proxy-Authorization: x|Content-Length: 5||hello",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Connection: Upgrade, HTTP2-Settings|Upgrade: h2c|HTTP2-Settings: AAMAAABkAAQAAP__|Content-Length: 5||hello",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|Connection: Upgrade|Upgrade: websocket|Sec-WebSocket-Key: x|Content-Length: 5||hello",
                // What would make the sender somebody else
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|X-User-Id: 1|X_User_Id: 1|X-User-Roles: admin|Content-Length: 5||hello",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|X-Forwarded-For: 9.9.9.9|Forwarded: for=9.9.9.9|X-Real-IP: 9.9.9.9|Content-Length: 5||hello",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|X-Forwarded-Host: evil|X-Forwarded-Proto: https|X-Forwarded-Prefix: /x|Content-Length: 5||hello",
                "POST /api/v1/auth/refresh HTTP/1.1|Host: a|X-Original-URL: /internal|X-Rewrite-URL: /internal|X-HTTP-Method-Override: DELETE|Content-Length: 5||hello",
            })
    void shouldSendOnExactlyOneCleanRequest(String request) throws Exception {
        try (RawConnection client = new RawConnection(door.port())) {
            client.send(bytes(request));

            assertThat(client.answer().status()).isEqualTo(200);
        }
        assertThat(origin.received()).hasSize(1);
        Received received = origin.received().getFirst();
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.target()).isEqualTo("/api/v1/auth/refresh");
        assertThat(received.body()).isEqualTo("hello");
        assertThat(received.header("Content-Length")).hasSize(1);
        assertThat(received.header("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(received.header("X-Real-IP")).containsExactly("127.0.0.1");
        assertThat(received.header("X-Forwarded-Proto")).containsExactly("http");
        assertThat(received.headerLines())
                .noneMatch(
                        line -> line.matches(
                                "(?i)(x[-_]user|x-secret|forwarded:|x-original|x-rewrite|x-http-method"
                                        + "|transfer-encoding|connection|keep-alive|te:|trailer|upgrade|http2-|proxy-|x-forwarded-prefix).*"));
    }

    private static String bytes(String request) {
        return request.replace("|", "\r\n").replace("~", "\n");
    }
}
