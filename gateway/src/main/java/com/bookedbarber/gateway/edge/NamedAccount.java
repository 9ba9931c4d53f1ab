package com.bookedbarber.gateway.edge;

import com.bookedbarber.gateway.exchange.RequestBody;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;

/** Finds the account that a sign-in is about: the member {@code email} of the body. It goes nowhere but into a hash. */
final class NamedAccount {

    private static final JsonFactory JSON = new JsonFactory();

    private NamedAccount() {}

    /** The account, or null if the body names none, is no JSON object, or is too large to be a sign-in. */
    static String in(RequestBody body) {
        if (body.content() == null) {
            return null;
        }
        try (JsonParser parser = JSON.createParser(body.content().getBytes())) {
            return parser.nextToken() == JsonToken.START_OBJECT ? email(parser) : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** The last one counts, as it does for the service. */
    private static String email(JsonParser parser) throws IOException {
        String email = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean named = parser.currentName().equals("email");
            JsonToken value = parser.nextToken();
            if (named && value == JsonToken.VALUE_STRING) {
                email = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
        return email;
    }
}
