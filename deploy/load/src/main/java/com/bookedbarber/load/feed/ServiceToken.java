package com.bookedbarber.load.feed;

import com.bookedbarber.load.BenchException;
import com.bookedbarber.load.stack.OwnStack;
import com.bookedbarber.local.stack.Service;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The token by which one service calls another, got as that service gets it: client credentials. */
final class ServiceToken {

    private ServiceToken() {}

    static String of(OwnStack stack, Service service) {
        var credentials = service.label() + ":local-" + service.label();
        var request = HttpRequest.newBuilder(
                        URI.create(stack.addresses().of(Service.USER).url() + "/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.US_ASCII)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new BenchException("The token endpoint answered " + answer.statusCode() + ".");
            }
            return new ObjectMapper()
                    .readTree(answer.body())
                    .path("access_token")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
