package com.bookedbarber.deployment.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads YAML into models and refuses every field that the model does not have. */
public final class StrictYaml {

    private static final ObjectMapper MAPPER = YAMLMapper.builder(new YAMLFactory())
            .annotationIntrospector(new NothingElse())
            .build();

    private StrictYaml() {}

    /** The documents of a file. */
    public static List<JsonNode> documents(String yaml) {
        try (MappingIterator<JsonNode> documents =
                MAPPER.readerFor(JsonNode.class).readValues(yaml)) {
            return documents.readAll().stream().filter(node -> !node.isNull()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document as a model. */
    public static <T> T read(JsonNode document, Class<T> model) {
        try {
            return MAPPER.treeToValue(document, model);
        } catch (JsonProcessingException e) {
            throw new AssertionError(
                    document.path("kind").asText() + " "
                            + document.at("/metadata/name").asText() + ": " + e.getOriginalMessage(),
                    e);
        }
    }

    /** The Kubernetes models keep what they do not know in a map; here they may not. */
    private static final class NothingElse extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated a) {
            return false;
        }
    }
}
