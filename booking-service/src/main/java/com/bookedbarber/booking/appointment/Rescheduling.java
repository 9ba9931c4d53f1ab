package com.bookedbarber.booking.appointment;

import com.bookedbarber.booking.availability.Refusal;
import com.bookedbarber.booking.diary.BookableShop;
import com.bookedbarber.booking.diary.ShopReader;
import com.bookedbarber.platform.sql.PersistenceFailures;
import com.bookedbarber.platform.version.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The use case of moving an appointment to another time, or to another barber: by the rules of a new booking, but its own
 * old time does not stand in its way. Id, payments and cancellation terms stay.
 */
@ApplicationScoped
class Rescheduling {

    private static final String EXCLUSION_VIOLATION = "23P01";
    private static final String DEADLOCK = "40P01";
    private static final int ATTEMPTS = 3;

    private final ShopReader reader;
    private final FreeBarbers freeBarbers;
    private final AppointmentMoves moves;

    Rescheduling(ShopReader reader, FreeBarbers freeBarbers, AppointmentMoves moves) {
        this.reader = reader;
        this.freeBarbers = freeBarbers;
        this.moves = moves;
    }

    /**
     * Moves it.
     *
     * @param barberId who is to take it; null leaves the choice to the shop
     */
    Appointment move(
            Appointment appointment, String ifMatch, Instant startsAt, UUID barberId, boolean isStaff, Act act) {
        IfMatch.require(ifMatch, appointment.version());
        appointment.requireReschedulable();
        if (!isStaff) {
            appointment.requireAhead(Instant.now());
        }
        LocalDate date = LocalDate.ofInstant(startsAt, ZoneOffset.UTC);
        BookableShop shop = reader.read(appointment.shopId(), appointment.serviceIds(), barberId, date, date);
        List<Choice> able = able(shop, appointment, barberId);
        for (Choice choice : freeBarbers.fairestFirst(shop, able, startsAt, appointment.id(), () -> isStaff)) {
            Appointment moved = tryToMove(appointment.id(), ifMatch, seat(appointment, choice, startsAt), act);
            if (moved != null) {
                return moved;
            }
        }
        throw Refusal.TAKEN.problem();
    }

    /**
     * With the same barber a visit takes and costs what was agreed, whatever has become of the catalogue; with another one,
     * what it does there now.
     */
    private static List<Choice> able(BookableShop shop, Appointment appointment, UUID barberId) {
        List<UUID> services = appointment.serviceIds();
        Optional<Choice> present = present(shop, appointment);
        if (present.isEmpty()) {
            return FreeBarbers.able(shop, services, barberId);
        }
        List<Choice> able = new ArrayList<>(List.of(present.get()));
        if (barberId == null && shop.offers(services)) {
            FreeBarbers.choices(shop, services, null).stream()
                    .filter(choice -> !choice.barber().id().equals(appointment.barberId()))
                    .forEach(able::add);
        }
        return able;
    }

    /** The barber it is with, if they were asked for and still take bookings. */
    private static Optional<Choice> present(BookableShop shop, Appointment appointment) {
        return shop.barbers().stream()
                .filter(barber -> barber.active() && barber.id().equals(appointment.barberId()))
                .map(barber -> Choice.asAgreed(barber, appointment))
                .findFirst();
    }

    /** The moved appointment, or null if somebody else took the time. */
    private Appointment tryToMove(UUID id, String ifMatch, Appointment.Seat seat, Act act) {
        for (int attempt = 1; ; attempt++) {
            try {
                return moves.reschedule(id, ifMatch, seat, act);
            } catch (RuntimeException failure) {
                // Turns are by the barber it had a moment ago. If it was moved meanwhile, two can still wait for each
                // other; one of them is let go.
                boolean deadlock = PersistenceFailures.hasState(failure, DEADLOCK);
                if (PersistenceFailures.hasState(failure, EXCLUSION_VIOLATION)
                        || PersistenceFailures.isLockTimeout(failure)
                        || (deadlock && attempt == ATTEMPTS)) {
                    return null;
                }
                if (!deadlock) {
                    throw failure;
                }
            }
        }
    }

    private static Appointment.Seat seat(Appointment appointment, Choice choice, Instant startsAt) {
        return new Appointment.Seat(
                choice.barber().id(),
                choice.barber().name(),
                choice.services(),
                VisitTime.of(startsAt, choice.visit(), appointment.time().zone()),
                choice.price());
    }
}
