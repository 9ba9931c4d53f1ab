package com.bookedbarber.payment.provider;

import com.bookedbarber.platform.money.Money;
import com.bookedbarber.platform.problem.ErrorCode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is said to Stripe, and how its answers are read; against a server that answers as its manual says. */
class StripeProviderTest {

    private final UUID payment = UUID.randomUUID();
    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, Integer> statuses = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private HttpServer stripe;
    private StripeProvider provider;

    @BeforeEach
    void start() throws IOException {
        stripe = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stripe.createContext("/", this::answer);
        stripe.start();
        provider = new StripeProvider(new StripeApi(config(), new ObjectMapper()));
    }

    @AfterEach
    void stop() {
        stripe.stop(0);
    }

    @Test
    void shouldChargeUnderThePaymentsIdAsKey() {
        answers.put("POST /v1/payment_intents", "{\"id\":\"pi_1\",\"status\":\"succeeded\"}");

        assertThat(charge()).isEqualTo(Charge.succeeded("pi_1"));

        assertThat(calls.getFirst())
                .contains("key=" + payment)
                .contains("auth=Bearer sk_test")
                .contains("amount=1200")
                .contains("currency=gbp")
                .contains("payment_method=pm_card")
                .contains("confirm=true")
                .contains("metadata[paymentId]=" + payment);
    }

    @Test
    void shouldHandOutTheSecretWhenTheClientHasToAct() {
        answers.put(
                "POST /v1/payment_intents",
                "{\"id\":\"pi_1\",\"status\":\"requires_action\",\"client_secret\":\"pi_1_secret\"}");

        assertThat(charge()).isEqualTo(Charge.requiresAction("pi_1", "pi_1_secret"));
    }

    @Test
    void shouldReadWhyTheCardWasDeclined() {
        statuses.put("POST /v1/payment_intents", 402);
        answers.put(
                "POST /v1/payment_intents",
                "{\"error\":{\"code\":\"card_declined\",\"decline_code\":\"insufficient_funds\","
                        + "\"payment_intent\":{\"id\":\"pi_1\"}}}");

        assertThat(charge()).isEqualTo(Charge.declined("pi_1", ErrorCode.INSUFFICIENT_FUNDS));
    }

    @Test
    void shouldNotKnowTheOutcomeWhenStripeFails() {
        statuses.put("POST /v1/payment_intents", 500);
        answers.put("POST /v1/payment_intents", "{}");

        assertThatThrownBy(this::charge).hasMessageContaining("500");
    }

    @Test
    void shouldEndAnIntentThatWaitsForAnotherCard() {
        answers.put("GET /v1/payment_intents/pi_1", "{\"id\":\"pi_1\",\"status\":\"requires_payment_method\"}");
        answers.put("POST /v1/payment_intents/pi_1/cancel", "{\"id\":\"pi_1\",\"status\":\"canceled\"}");

        assertThat(provider.look("pi_1")).isEqualTo(Charge.declined("pi_1", ErrorCode.CARD_DECLINED));
        assertThat(calls).hasSize(2);
    }

    @Test
    void shouldTellThatItIsTooLateToCancel() {
        statuses.put("POST /v1/payment_intents/pi_1/cancel", 400);
        answers.put("POST /v1/payment_intents/pi_1/cancel", "{\"error\":{}}");
        answers.put("GET /v1/payment_intents/pi_1", "{\"id\":\"pi_1\",\"status\":\"succeeded\"}");

        assertThat(provider.cancel("pi_1", payment)).isEqualTo(Charge.succeeded("pi_1"));
    }

    @Test
    void shouldRefundUnderTheRefundsIdAsKey() {
        UUID refund = UUID.randomUUID();
        answers.put("POST /v1/refunds", "{\"id\":\"re_1\",\"status\":\"pending\"}");
        answers.put("GET /v1/refunds/re_1", "{\"id\":\"re_1\",\"status\":\"succeeded\"}");

        assertThat(provider.refund(new RefundRequest(refund, "pi_1", Money.of(300, "GBP"))))
                .isEqualTo(new RefundState(RefundState.Outcome.PENDING, "re_1"));
        assertThat(provider.lookAtRefund("re_1")).isEqualTo(new RefundState(RefundState.Outcome.SUCCEEDED, "re_1"));
        assertThat(calls.getFirst())
                .contains("key=" + refund)
                .contains("amount=300")
                .contains("payment_intent=pi_1");
    }

    @Test
    void shouldTakePaymentMethodsOnly() {
        assertThat(provider.accepts("pm_card_visa")).isTrue();
        assertThat(provider.accepts("tok_visa")).isFalse();
        assertThat(provider.accepts("pm_1/../../refunds")).isFalse();
    }

    private Charge charge() {
        return provider.charge(new ChargeRequest(payment, Money.of(1200, "GBP"), "pm_card"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String call =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(call + " key=" + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " auth="
                + exchange.getRequestHeaders().getFirst("Authorization") + " "
                + URLDecoder.decode(body, StandardCharsets.UTF_8));
        byte[] answer = answers.getOrDefault(call, "{}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(statuses.getOrDefault(call, answers.containsKey(call) ? 200 : 404), answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private StripeConfig config() {
        URI address = URI.create("http://localhost:" + stripe.getAddress().getPort());
        return new StripeConfig() {
            @Override
            public URI api() {
                return address;
            }

            @Override
            public Optional<String> key() {
                return Optional.of("sk_test");
            }

            @Override
            public Optional<String> webhookSecret() {
                return Optional.empty();
            }

            @Override
            public Duration webhookTolerance() {
                return Duration.ofMinutes(5);
            }
        };
    }
}
