package com.bookedbarber.payment.webhook;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookSignatureTest {

    private static final Instant SENT = Instant.ofEpochSecond(1_700_000_000);
    private static final byte[] BODY = "{\"id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8);

    /** Made by {@code printf '1700000000.{"id":"evt_1"}' | openssl dgst -sha256 -hmac whsec_example}. */
    private static final String KNOWN = "2f6f24854ba5c8d505c37e6fc0a06fc74456f1a4042208e7acdd4bd0bdbd599e";

    private final WebhookSignature signature = new WebhookSignature("whsec_example", Duration.ofMinutes(5));

    @Test
    void shouldAcceptWhatOthersHaveSigned() {
        assertThat(signature.covers(header(KNOWN), BODY, SENT)).isTrue();
    }

    @Test
    void shouldAcceptOneOfSeveralSignaturesWhileTheSecretIsChanged() {
        assertThat(signature.covers(header("00") + ",v1=" + KNOWN + ",v0=abc", BODY, SENT))
                .isTrue();
    }

    @Test
    void shouldRefuseAChangedBodyOrTime() {
        assertThat(signature.covers(header(KNOWN), "{}".getBytes(StandardCharsets.UTF_8), SENT))
                .isFalse();
        assertThat(signature.covers("t=1700000001,v1=" + KNOWN, BODY, SENT)).isFalse();
    }

    @Test
    void shouldRefuseWhatIsOlderThanTolerated() {
        assertThat(signature.covers(header(KNOWN), BODY, SENT.plusSeconds(300))).isTrue();
        assertThat(signature.covers(header(KNOWN), BODY, SENT.plusSeconds(301))).isFalse();
        assertThat(signature.covers(header(KNOWN), BODY, SENT.minusSeconds(301)))
                .isFalse();
    }

    @Test
    void shouldRefuseAHeaderThatIsNone() {
        assertThat(signature.covers(null, BODY, SENT)).isFalse();
        assertThat(signature.covers("", BODY, SENT)).isFalse();
        assertThat(signature.covers("t=now,v1=" + KNOWN, BODY, SENT)).isFalse();
        assertThat(signature.covers("v1=" + KNOWN, BODY, SENT)).isFalse();
    }

    private static String header(String v1) {
        return "t=1700000000,v1=" + v1;
    }
}
