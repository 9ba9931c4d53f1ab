package com.bookedbarber.payment.webhook;

import com.bookedbarber.payment.provider.StripeConfig;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.io.IOException;
import java.time.Instant;

/** Hears from Stripe that something has happened to a payment. */
@Path("/api/v1/webhooks/stripe")
@Tag(name = "Payments")
@RunOnVirtualThread
public class WebhookResource {

    private final StripeConfig config;
    private final ProviderNotices notices;
    private final ObjectMapper json;

    WebhookResource(StripeConfig config, ProviderNotices notices, ObjectMapper json) {
        this.config = config;
        this.notices = notices;
        this.json = json;
    }

    /** Takes in one notice. */
    @POST
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Stripe's webhook; signed, and harmless when it is repeated or comes out of order")
    @APIResponse(responseCode = "200", description = "Taken in, now or before")
    @APIResponse(responseCode = "400", description = "The signature is wrong or too old")
    @APIResponse(responseCode = "404", description = "Stripe is not set up here")
    public Response hear(@HeaderParam("Stripe-Signature") String signature, byte[] body) {
        String secret = config.webhookSecret().orElseThrow(() -> ProblemException.notFound("webhook"));
        if (!new WebhookSignature(secret, config.webhookTolerance()).covers(signature, body, Instant.now())) {
            throw new ProblemException(ErrorCode.BAD_REQUEST, "The Stripe-Signature is wrong or too old.");
        }
        notices.take(read(body));
        return Response.ok().build();
    }

    private Notice read(byte[] body) {
        try {
            JsonNode event = json.readTree(body);
            JsonNode metadata = event.path("data").path("object").path("metadata");
            return new Notice(
                    event.path("id").asText(),
                    event.path("type").asText(),
                    metadata.path("paymentId").asText(null));
        } catch (IOException unreadable) {
            throw new ProblemException(ErrorCode.MALFORMED_JSON, "The body is not valid JSON.");
        }
    }
}
