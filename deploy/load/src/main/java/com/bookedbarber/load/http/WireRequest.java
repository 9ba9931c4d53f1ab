package com.bookedbarber.load.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds the bytes of a request once, to be sent many times. */
public final class WireRequest {

    private final String method;
    private final String path;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private WireRequest(String method, String path) {
        this.method = method;
        this.path = path;
        headers.put("Host", "localhost");
    }

    public static WireRequest get(String path) {
        return new WireRequest("GET", path);
    }

    public static WireRequest post(String path) {
        return new WireRequest("POST", path);
    }

    public static WireRequest patch(String path) {
        return new WireRequest("PATCH", path);
    }

    public WireRequest with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Signed in with this access token. */
    public WireRequest signedIn(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** Without a body. */
    public byte[] bytes() {
        return head().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** With a JSON body. */
    public byte[] bytes(String json) {
        var body = json.getBytes(StandardCharsets.UTF_8);
        with("Content-Type", "application/json").with("Content-Length", Integer.toString(body.length));
        var head = bytes();
        var request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private String head() {
        var text = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").toString();
    }
}
