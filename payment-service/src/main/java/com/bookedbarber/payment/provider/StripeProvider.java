package com.bookedbarber.payment.provider;

import com.bookedbarber.platform.problem.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Charges through Stripe's <a href="https://docs.stripe.com/api/payment_intents">payment intents</a>. The tokens are
 * payment methods that Stripe's own form made in the browser; no card number ever comes here.
 */
@ApplicationScoped
class StripeProvider implements PaymentProvider {

    private static final Pattern PAYMENT_METHOD = Pattern.compile("pm_[A-Za-z0-9_]{1,200}");
    private static final String INTENTS = "/v1/payment_intents";
    private static final String REFUNDS = "/v1/refunds";

    private final StripeApi api;

    StripeProvider(StripeApi api) {
        this.api = api;
    }

    @Override
    public String type() {
        return "stripe";
    }

    @Override
    public boolean accepts(String methodToken) {
        return PAYMENT_METHOD.matcher(methodToken).matches();
    }

    @Override
    public Charge charge(ChargeRequest request) {
        Map<String, String> form = Map.of(
                "amount", Long.toString(request.total().amount()),
                "currency", request.total().currency().toLowerCase(Locale.ROOT),
                "payment_method", request.methodToken(),
                "confirm", "true",
                "automatic_payment_methods[enabled]", "true",
                "automatic_payment_methods[allow_redirects]", "never",
                "metadata[paymentId]", request.paymentId().toString());
        StripeApi.Reply reply = api.post(INTENTS, form, request.paymentId().toString());
        return reply.isRefusal() ? declined(reply.body().path("error")) : charge(reply.body());
    }

    /** A declined intent would wait for another card; the client makes a new payment instead, so it is ended. */
    @Override
    public Charge look(String ref) {
        Charge charge = charge(api.get(INTENTS + "/" + ref).body());
        if (charge.state() == Charge.State.DECLINED) {
            api.post(INTENTS + "/" + ref + "/cancel", Map.of(), ref + "/end");
        }
        return charge;
    }

    /** Stripe goes on by itself once the client has done what was asked. */
    @Override
    public Charge confirm(String ref, UUID paymentId) {
        return look(ref);
    }

    @Override
    public Charge cancel(String ref, UUID paymentId) {
        StripeApi.Reply reply = api.post(INTENTS + "/" + ref + "/cancel", Map.of(), paymentId + "/cancel");
        return reply.isRefusal() ? look(ref) : charge(reply.body());
    }

    @Override
    public RefundState refund(RefundRequest request) {
        Map<String, String> form = Map.of(
                "payment_intent", request.chargeRef(),
                "amount", Long.toString(request.amount().amount()),
                "metadata[refundId]", request.refundId().toString());
        StripeApi.Reply reply = api.post(REFUNDS, form, request.refundId().toString());
        return reply.isRefusal() ? new RefundState(RefundState.Outcome.FAILED, null) : refund(reply.body());
    }

    @Override
    public RefundState lookAtRefund(String ref) {
        return refund(api.get(REFUNDS + "/" + ref).body());
    }

    private static Charge charge(JsonNode intent) {
        String ref = intent.path("id").asText();
        return switch (intent.path("status").asText()) {
            case "succeeded" -> Charge.succeeded(ref);
            case "requires_action" ->
                Charge.requiresAction(ref, intent.path("client_secret").asText());
            case "requires_payment_method" -> Charge.declined(ref, why(intent.path("last_payment_error")));
            case "canceled" -> Charge.cancelled(ref);
            default -> Charge.pending(ref);
        };
    }

    private static Charge declined(JsonNode error) {
        String ref = error.path("payment_intent").path("id").asText(null);
        return Charge.declined(ref, why(error));
    }

    private static ErrorCode why(JsonNode error) {
        return error.path("decline_code").asText().equals("insufficient_funds")
                ? ErrorCode.INSUFFICIENT_FUNDS
                : ErrorCode.CARD_DECLINED;
    }

    private static RefundState refund(JsonNode refund) {
        RefundState.Outcome outcome = switch (refund.path("status").asText()) {
            case "succeeded" -> RefundState.Outcome.SUCCEEDED;
            case "failed", "canceled" -> RefundState.Outcome.FAILED;
            default -> RefundState.Outcome.PENDING;
        };
        return new RefundState(outcome, refund.path("id").asText());
    }
}
