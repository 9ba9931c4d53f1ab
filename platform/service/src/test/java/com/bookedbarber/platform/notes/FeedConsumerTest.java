package com.bookedbarber.platform.notes;

import com.bookedbarber.platform.shop.ShopDirectory;
import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.platform.testing.Neighbours;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Each event takes effect once, in order, however often it has to be tried. */
@QuarkusTest
class FeedConsumerTest implements RealStoresTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    @Inject
    Sql sql;

    @Inject
    NoteCount consumer;

    @Inject
    ShopDirectory shops;

    private final UUID subject = UUID.randomUUID();

    @Test
    void shouldTakeInEveryEventOnceAndInOrder() {
        List<String> published = publish(20);

        await().atMost(SOON).untilAsserted(() -> assertThat(taken()).isEqualTo(published));
    }

    @Test
    void shouldUndoAndRepeatWhatFailed() {
        consumer.failNext(2);
        List<String> published = publish(5);

        await().atMost(SOON).untilAsserted(() -> assertThat(taken()).isEqualTo(published));
    }

    @Test
    void shouldStartAgainFromWhereItWas() {
        List<String> first = publish(3);
        await().atMost(SOON).untilAsserted(() -> assertThat(taken()).isEqualTo(first));

        sql.update("UPDATE feed_cursor SET cursor = '' WHERE source = 'payment-service'");

        await().atMost(SOON).untilAsserted(() -> assertThat(taken()).hasSize(2 * first.size()));
    }

    @Test
    void shouldLearnOfShops() {
        Neighbours.instance().publish("user-service", "user.shop.created", subject.toString(), """
                        {"shopId":"%s","slug":"s","name":"Told","timeZone":"Europe/Paris","currency":"EUR","version":3,
                        "somethingNew":true}""".formatted(subject)
                .replace("\n", ""));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                sql.one("SELECT name FROM known_shop WHERE id = ?", row -> row.getString(1), subject))
                        .hasValue("Told"));
        assertThat(shops.require(subject).timeZone().getId()).isEqualTo("Europe/Paris");
    }

    private List<String> publish(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(Neighbours.instance().publish("payment-service", "payment.succeeded", subject.toString(), "{}"));
        }
        return ids;
    }

    private List<String> taken() {
        return sql.list("SELECT text FROM note WHERE shop_id = ? ORDER BY id", row -> row.getString(1), subject);
    }
}
