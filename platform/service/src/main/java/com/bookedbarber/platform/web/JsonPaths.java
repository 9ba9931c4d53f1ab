package com.bookedbarber.platform.web;

import com.fasterxml.jackson.databind.JsonMappingException;

import java.util.List;

/** Writes where in a JSON body something stands, the way a client would. */
final class JsonPaths {

    private JsonPaths() {}

    static String of(List<JsonMappingException.Reference> path) {
        StringBuilder text = new StringBuilder();
        for (JsonMappingException.Reference reference : path) {
            if (reference.getFieldName() == null) {
                text.append('[').append(reference.getIndex()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return text.toString();
    }
}
