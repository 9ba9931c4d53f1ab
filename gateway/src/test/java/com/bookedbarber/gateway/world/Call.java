package com.bookedbarber.gateway.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** One request on a connection of its own. */
public final class Call {

    private final String method;
    private final String target;
    private final List<String> headers = new ArrayList<>(List.of("Host: localhost", "Connection: close"));
    private String body = "";
    private String from = "127.0.0.1";

    private Call(String method, String target) {
        this.method = method;
        this.target = target;
    }

    public static Call get(String target) {
        return new Call("GET", target);
    }

    public static Call post(String target, String body) {
        Call call = new Call("POST", target);
        call.body = body;
        return call.header("Content-Type", "application/json").header("Content-Length", "" + body.length());
    }

    public static Call of(String method, String target) {
        return new Call(method, target);
    }

    public Call header(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    public Call token(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** The address it comes from, one of 127.0.0.0/8. */
    public Call from(String address) {
        from = address;
        return this;
    }

    public RawAnswer send(int port) {
        try (RawConnection connection = new RawConnection(port, from)) {
            String head = method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
            connection.send(head + body);
            return method.equals("HEAD") ? connection.head() : connection.answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
