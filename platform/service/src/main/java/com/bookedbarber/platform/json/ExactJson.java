package com.bookedbarber.platform.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

import java.time.Instant;

/**
 * Takes JSON at its word: nothing is rounded, nothing that is missing becomes zero, and every way in which ISO 8601
 * writes an instant is understood.
 */
@Singleton
public class ExactJson implements ObjectMapperCustomizer {

    /** After Quarkus' own, since the reader that is registered last wins. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper json) {
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        json.registerModule(new SimpleModule("instants").addDeserializer(Instant.class, new InstantReader()));
    }
}
