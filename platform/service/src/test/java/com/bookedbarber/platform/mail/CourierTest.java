package com.bookedbarber.platform.mail;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CourierTest {

    private static final Mail MAIL = new Mail("ann@example.com", "Hello", "Text", "<p>Text</p>", List.of(), Map.of());

    @Test
    void shouldNotWaitForEverForAServerThatHasGoneSilent() {
        ReactiveMailer silent = mails -> Uni.createFrom().nothing();

        Courier courier = new Courier(silent, Duration.ofMillis(20));

        assertThatThrownBy(() -> courier.deliver(MAIL)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void shouldPassOnWhyAMailWasRefused() {
        ReactiveMailer strict = mails -> Uni.createFrom().failure(new IllegalStateException("550 no such box"));

        Courier courier = new Courier(strict, Duration.ofSeconds(5));

        assertThatThrownBy(() -> courier.deliver(MAIL)).hasMessage("550 no such box");
    }
}
