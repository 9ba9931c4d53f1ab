package com.bookedbarber.load.edge;

import com.bookedbarber.load.BenchException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What stands behind the edges that are compared. The less it takes of the cores, the more an edge's own cost shows. */
enum Upstream {
    /** The HTTP server that the suite's services have, answering at once. */
    SERVICE {
        @Override
        EdgeProcess start(Path home, int port, String json) {
            return EdgeProcess.service(home, port, json);
        }
    },
    /** The cheapest there is, which no service of the suite can be. */
    NGINX {
        @Override
        EdgeProcess start(Path home, int port, String json) {
            return Nginx.origin(home, port, json);
        }
    };

    /** Answers everything with this JSON on this port. */
    abstract EdgeProcess start(Path home, int port, String json);

    static Upstream parse(String name) {
        return Arrays.stream(values())
                .filter(upstream -> upstream.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new BenchException("--upstream is one of "
                        + Arrays.stream(values()).map(Upstream::text).collect(Collectors.joining(", "))
                        + ", not \"" + name + "\"."));
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
