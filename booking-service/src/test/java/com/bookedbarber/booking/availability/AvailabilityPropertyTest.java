package com.bookedbarber.booking.availability;

import com.bookedbarber.booking.availability.SlotOracle.Found;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** Random shops around unusual days, compared with the definition of a slot taken literally. */
class AvailabilityPropertyTest {

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void shouldListExactlyTheSlotsOfTheDefinition(@ForAll("shops") RandomShop shop) {
        List<DaySlots> days =
                new Availability(shop.rules(), shop.now()).slots(shop.candidates(), shop.from(), shop.to());

        assertThat(listed(days)).containsExactlyInAnyOrderElementsOf(new SlotOracle(shop).slots());
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void shouldListInOrderAndGroupTheBarbersOfATime(@ForAll("shops") RandomShop shop) {
        List<DaySlots> days =
                new Availability(shop.rules(), shop.now()).slots(shop.candidates(), shop.from(), shop.to());

        assertThat(days)
                .extracting(DaySlots::date)
                .containsExactlyElementsOf(
                        shop.from().datesUntil(shop.to().plusDays(1)).toList());
        for (DaySlots day : days) {
            Set<List<Instant>> times = new HashSet<>();
            assertThat(day.slots())
                    .isSortedAccordingTo((one, other) -> one.startsAt().equals(other.startsAt())
                            ? one.endsAt().compareTo(other.endsAt())
                            : one.startsAt().compareTo(other.startsAt()));
            for (Slot slot : day.slots()) {
                assertThat(times.add(List.of(slot.startsAt(), slot.endsAt()))).isTrue();
                assertThat(slot.barberIds()).isNotEmpty().isSortedAccordingTo(BarberSchedule.BY_ID);
            }
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void shouldAcceptWhatIsListedAndNothingElse(@ForAll("shops") RandomShop shop) {
        Availability availability = new Availability(shop.rules(), shop.now());
        SlotOracle oracle = new SlotOracle(shop);
        RandomShop.Barber barber = shop.barbers().getFirst();
        Candidate candidate = barber.candidate();

        for (Instant minute : oracle.minutes()) {
            assertThat(availability.mayStart(candidate, minute).isEmpty())
                    .as("booking at %s", minute)
                    .isEqualTo(oracle.isSlot(barber, minute));
            assertThat(availability.mayStartForStaff(candidate, minute).isEmpty())
                    .as("booking by staff at %s", minute)
                    .isEqualTo(oracle.isFree(barber, minute));
        }
    }

    @Provide
    Arbitrary<RandomShop> shops() {
        return Arbitraries.randomValue(RandomShop::from);
    }

    private static List<Found> listed(List<DaySlots> days) {
        List<Found> listed = new ArrayList<>();
        for (DaySlots day : days) {
            for (Slot slot : day.slots()) {
                slot.barberIds()
                        .forEach(barber -> listed.add(new Found(day.date(), slot.startsAt(), slot.endsAt(), barber)));
            }
        }
        return listed;
    }
}
