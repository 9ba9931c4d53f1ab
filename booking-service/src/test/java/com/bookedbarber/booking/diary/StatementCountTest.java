package com.bookedbarber.booking.diary;

import com.bookedbarber.booking.RealStoresTest;
import com.bookedbarber.booking.TestShop;
import com.bookedbarber.booking.availability.DaySlots;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import static com.bookedbarber.booking.TestShop.book;
import static org.assertj.core.api.Assertions.assertThat;

/** Looking for a time takes at most two statements, whatever is asked for. */
@QuarkusTest
class StatementCountTest implements RealStoresTest {

    @Inject
    AvailabilityResource availability;

    @Inject
    CountedConnections connections;

    private TestShop shop;
    private UUID haircut;

    @BeforeEach
    void openAShopWithBookedDays() {
        shop = TestShop.open();
        haircut = shop.haircut();
        for (int barber = 0; barber < 3; barber++) {
            UUID id = shop.barber(haircut);
            for (int day = 0; day < 3; day++) {
                book(shop.asOwner(), shop.booking(id, shop.at(day, "12:00"), haircut))
                        .then()
                        .statusCode(201);
            }
        }
    }

    @Test
    void shouldNeedTwoStatementsForDatesThatAreNamed() {
        LocalDate today = LocalDate.now(shop.zone());
        assertThat(statementsFor(today.toString(), today.plusDays(30).toString()))
                .isEqualTo(2);
    }

    @Test
    void shouldNeedTwoStatementsFromTodayOn() {
        assertThat(statementsFor(null, null)).isEqualTo(2);
    }

    @Test
    void shouldNeedOneStatementForDaysThatAreRemembered() {
        statementsFor(null, null);
        assertThat(statementsFor(null, null)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu"})
    void shouldBeginWithTheShopsToday(String zone) {
        TestShop far = TestShop.in(zone);
        UUID cut = far.haircut();
        far.barber(cut);
        assertThat(availability
                        .find(far.id(), List.of(cut.toString()), null, null, null)
                        .days())
                .extracting(DaySlots::date)
                .containsExactly(LocalDate.now(far.zone()));
    }

    private int statementsFor(String from, String to) {
        return connections.takenBy(() -> availability.find(shop.id(), List.of(haircut.toString()), null, from, to));
    }
}
