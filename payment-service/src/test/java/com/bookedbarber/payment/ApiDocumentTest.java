package com.bookedbarber.payment;

import com.bookedbarber.platform.testing.ApiDocument;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class ApiDocumentTest implements PaymentServiceTest {

    @Test
    void shouldSayWhatEveryAnswerLooksLike() {
        // Stripe looks at the status alone.
        assertThat(ApiDocument.answersWithoutSchema()).containsExactly("POST /api/v1/webhooks/stripe 200");
    }
}
