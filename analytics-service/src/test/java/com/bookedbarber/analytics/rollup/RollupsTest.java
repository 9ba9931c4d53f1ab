package com.bookedbarber.analytics.rollup;

import com.bookedbarber.analytics.AnalyticsTest;
import com.bookedbarber.analytics.period.Grouping;
import com.bookedbarber.analytics.period.ShopPeriod;
import com.bookedbarber.platform.event.FeedHandler;
import com.bookedbarber.platform.shop.ShopDirectory;
import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.platform.testing.Tokens;
import io.cloudevents.CloudEvent;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** Whatever happens, in whatever order it is told: the sums are what the facts add up to. */
@QuarkusTest
class RollupsTest implements AnalyticsTest {

    private static final int EVENTS = 160;
    private static final int LARGEST_PAGE = 12;

    @Inject
    @All
    List<FeedHandler> handlers;

    @Inject
    RollupReader reader;

    @Inject
    RollupCheck check;

    @Inject
    ShopDirectory shops;

    @Inject
    Sql sql;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldAddUpWhicheverFeedIsAhead(long seed) {
        RandomShop shop = new RandomShop(seed, EVENTS);
        Random random = new Random(seed);
        Delivery booking = new Delivery("booking-service", shop.bookingFeed, random);
        Delivery payment = new Delivery("payment-service", shop.paymentFeed, random);

        while (!booking.isDone() || !payment.isDone()) {
            (random.nextBoolean() ? booking : payment).next();
        }

        assertAddsUp(shop);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void shouldAddUpWhenBothFeedsAreTakenInAtOnce(long seed) {
        RandomShop shop = new RandomShop(seed, EVENTS);

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(
                                () -> new Delivery("booking-service", shop.bookingFeed, new Random(seed)).all()),
                        CompletableFuture.runAsync(
                                () -> new Delivery("payment-service", shop.paymentFeed, new Random(seed)).all()))
                .join();

        assertAddsUp(shop);
    }

    @Test
    void shouldNotChangeWhenAFeedIsTakenInFromTheBeginningAgain() {
        RandomShop shop = new RandomShop(21, EVENTS);
        deliver("booking-service", shop.bookingFeed);
        deliver("payment-service", shop.paymentFeed);
        assertAddsUp(shop);

        deliver("booking-service", shop.bookingFeed);
        deliver("payment-service", shop.paymentFeed);

        assertAddsUp(shop);
    }

    @Test
    void shouldNoticeASumThatIsWrong() {
        RandomShop shop = new RandomShop(31, EVENTS);
        deliver("booking-service", shop.bookingFeed);
        checked(shop.shop.id).body("equal", equalTo(true));

        sql.update("UPDATE day_rollup SET booked = booked + 1 WHERE shop_id = ?", shop.shop.id);

        checked(shop.shop.id)
                .body("equal", equalTo(false))
                .body("differences.rollup", hasItem("day_rollup"))
                .body("differences.row.shop_id", hasItem(shop.shop.id.toString()));
    }

    @Test
    void shouldOnlyBeCheckedByServices() {
        given().auth()
                .oauth2(Tokens.admin(UUID.randomUUID()))
                .queryParam("shopId", UUID.randomUUID())
                .get("/internal/rollups/check")
                .then()
                .statusCode(403);
    }

    private static io.restassured.response.ValidatableResponse checked(UUID shopId) {
        return given().auth()
                .oauth2(Tokens.service("booking-service"))
                .queryParam("shopId", shopId)
                .get("/internal/rollups/check")
                .then()
                .statusCode(200);
    }

    private void assertAddsUp(RandomShop random) {
        ShopPeriod period = new ShopPeriod(shops.require(random.shop.id), RandomShop.FIRST, RandomShop.LAST);
        assertThat(reader.days(period)).isEqualTo(random.expected(null));
        assertThat(barberDays(period, random.shop.barber)).isEqualTo(busy(random.expected(random.shop.barber)));
        for (int day = 0; day < 10; day++) {
            LocalDate from = RandomShop.FIRST.plusDays(day);
            ShopPeriod part = new ShopPeriod(period.shop(), from, from.plusDays(3));
            assertThat(reader.clients(part)).isEqualTo(random.expectedClients(part.from(), part.to()));
        }
        assertThat(check.of(random.shop.id).differences()).isEmpty();
    }

    private Map<LocalDate, Figures> barberDays(ShopPeriod period, UUID barber) {
        Map<LocalDate, Figures> days = new HashMap<>();
        reader.perPeriod(Dimension.BARBER, period, Grouping.DAY).stream()
                .filter(named -> named.id().equals(barber))
                .forEach(named -> days.put(named.date(), named.figures()));
        return days;
    }

    private static Map<LocalDate, Figures> busy(Map<LocalDate, Figures> days) {
        Map<LocalDate, Figures> busy = new HashMap<>(days);
        busy.values().removeIf(Figures.NONE::equals);
        return busy;
    }

    private void deliver(String source, List<CloudEvent> page) {
        QuarkusTransaction.requiringNew()
                .run(() -> handlers.stream()
                        .filter(handler -> handler.source().equals(source))
                        .forEach(handler -> handler.handleAll(page)));
    }

    /** Tells a feed in pages of random size, and some pages twice. */
    private final class Delivery {

        private final String source;
        private final List<CloudEvent> feed;
        private final Random random;
        private int position;

        Delivery(String source, List<CloudEvent> feed, Random random) {
            this.source = source;
            this.feed = feed;
            this.random = random;
        }

        boolean isDone() {
            return position >= feed.size();
        }

        void next() {
            int end = Math.min(feed.size(), position + 1 + random.nextInt(LARGEST_PAGE));
            deliver(source, feed.subList(position, end));
            position = random.nextInt(4) == 0 ? Math.max(0, end - random.nextInt(LARGEST_PAGE)) : end;
        }

        void all() {
            while (!isDone()) {
                next();
            }
        }
    }
}
