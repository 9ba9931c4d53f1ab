package com.bookedbarber.user;

import com.bookedbarber.platform.testing.ApiDocument;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class ApiDocumentTest implements RealStoresTest {

    @Test
    void shouldSayWhatEveryAnswerLooksLike() {
        assertThat(ApiDocument.answersWithoutSchema()).isEmpty();
    }
}
