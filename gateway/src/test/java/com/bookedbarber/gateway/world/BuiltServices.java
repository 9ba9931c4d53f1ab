package com.bookedbarber.gateway.world;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;

/**
 * The OpenAPI documents that the last build has put into the services' jars. A build of everything makes the services
 * before it tests the gateway; where somebody builds the gateway alone and the services never, there is nothing to read.
 */
public final class BuiltServices {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JAR = "target/quarkus-app/quarkus/generated-bytecode.jar";
    private static final String DOCUMENT = "META-INF/quarkus-generated-openapi-doc.JSON";

    private BuiltServices() {}

    /** The documents by the name of the service; ends the test as not run if a service has not been built. */
    public static Map<String, ObjectNode> documents() {
        Map<String, ObjectNode> documents = new TreeMap<>();
        for (String service : List.of("user", "booking", "payment", "analytics")) {
            Path jar = Path.of("..", service + "-service").resolve(JAR);
            Assumptions.assumeTrue(Files.exists(jar), service + "-service has not been built");
            documents.put(service, read(jar));
        }
        return documents;
    }

    private static ObjectNode read(Path path) {
        try (JarFile jar = new JarFile(path.toFile());
                InputStream document = jar.getInputStream(jar.getEntry(DOCUMENT))) {
            return (ObjectNode) JSON.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
