package com.bookedbarber.load.edge;

import com.bookedbarber.load.tool.Tool;
import com.bookedbarber.platform.stores.FreePort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An nginx with one worker: as the service behind the edge, which costs next to nothing, or as the edge to beat. */
final class Nginx {

    private static final String COMMON = """
            daemon off;
            worker_processes 1;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log;
            events { worker_connections 4096; }
            http {
              access_log off;
              client_body_temp_path %1$s/body;
              proxy_temp_path %1$s/proxy;
              fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi;
              scgi_temp_path %1$s/scgi;
              keepalive_requests 10000000;
              keepalive_timeout 300s;
              %2$s
            }
            """;

    private static final String ORIGIN = """
            server {
              listen 127.0.0.1:%d backlog=4096;
              default_type application/json;
              location / { return 200 '%s'; }
            }
            """;

    private static final String PROXY = """
            upstream origin { server 127.0.0.1:%2$d; keepalive 256; keepalive_requests 10000000; }
            server {
              listen 127.0.0.1:%1$d backlog=4096;
              location / {
                proxy_pass http://origin;
                proxy_http_version 1.1;
                proxy_set_header Connection "";
              }
            }
            """;

    private Nginx() {}

    /** Answers everything with this JSON, which holds no apostrophe. */
    static EdgeProcess origin(Path home, int port, String json) {
        return start(folder(home, "origin"), port, ORIGIN.formatted(port, json));
    }

    /** Passes everything on. */
    static EdgeProcess proxy(Path home, int originPort) {
        int port = FreePort.next();
        return start(folder(home, "proxy"), port, PROXY.formatted(port, originPort));
    }

    private static Path folder(Path home, String role) {
        return home.resolve(".local/bench/nginx").resolve(role);
    }

    private static EdgeProcess start(Path folder, int port, String server) {
        try {
            Files.createDirectories(folder);
            var config = Files.writeString(folder.resolve("nginx.conf"), COMMON.formatted(folder, server));
            return EdgeProcess.start(
                    folder, port, List.of(Tool.NGINX.require(), "-c", config.toString(), "-p", folder.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
