package com.bookedbarber.booking.appointment;

import com.bookedbarber.booking.availability.Refusal;
import com.bookedbarber.booking.client.Client;
import com.bookedbarber.booking.client.Clients;
import com.bookedbarber.booking.diary.BookableShop;
import com.bookedbarber.booking.diary.ShopReader;
import com.bookedbarber.booking.link.SignedLinks;
import com.bookedbarber.booking.request.FieldFault;
import com.bookedbarber.platform.id.Ids;
import com.bookedbarber.platform.idempotency.Answer;
import com.bookedbarber.platform.idempotency.Idempotency;
import com.bookedbarber.platform.idempotency.KeyedRequest;
import com.bookedbarber.platform.identity.Caller;
import com.bookedbarber.platform.identity.Callers;
import com.bookedbarber.platform.identity.ShopAccess;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.sql.PersistenceFailures;
import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.platform.sql.SqlFailure;
import com.bookedbarber.platform.version.IfMatch;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** The use case of booking an appointment. */
@ApplicationScoped
class Booking {

    private static final String ROUTE = "POST /api/v1/appointments";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String DEADLOCK = "40P01";
    private static final int ATTEMPTS = 3;

    private static final String BEFORE_CHOICE = "SAVEPOINT choice";

    /** Gives the barber's turn back: who keeps one while waiting for another's, waits in a circle with those who move. */
    private static final String LEAVE_CHOICE = "ROLLBACK TO SAVEPOINT choice";

    private final ShopReader reader;
    private final FreeBarbers freeBarbers;
    private final TakenTimes takenTimes;
    private final Clients clients;
    private final BookingStatement statement;
    private final Idempotency idempotency;
    private final SignedLinks links;
    private final AppointmentJson json;
    private final Callers callers;
    private final ShopAccess access;
    private final BookingMeters meters;
    private final Sql sql;

    Booking(
            ShopReader reader,
            FreeBarbers freeBarbers,
            TakenTimes takenTimes,
            Clients clients,
            BookingStatement statement,
            Idempotency idempotency,
            SignedLinks links,
            AppointmentJson json,
            Callers callers,
            ShopAccess access,
            BookingMeters meters,
            Sql sql) {
        this.reader = reader;
        this.freeBarbers = freeBarbers;
        this.takenTimes = takenTimes;
        this.clients = clients;
        this.statement = statement;
        this.idempotency = idempotency;
        this.links = links;
        this.json = json;
        this.callers = callers;
        this.access = access;
        this.meters = meters;
        this.sql = sql;
    }

    /**
     * Books, once per key.
     *
     * @param key the value of {@code Idempotency-Key}
     */
    Answer book(String key, NewAppointment request) {
        KeyedRequest keyed = idempotency.request(key, ROUTE, request);
        request.check();
        Clients.check(callers.current(), request.client());
        if (takenTimes.stillHold(request, keyed)) {
            meters.refused(ErrorCode.SLOT_TAKEN);
            throw Refusal.TAKEN.problem();
        }
        try {
            return bookNow(keyed, request, ATTEMPTS);
        } catch (ProblemException refused) {
            if (refused.code() == ErrorCode.SLOT_TAKEN) {
                takenTimes.found(request);
            }
            // A repeat finds the time taken, by itself, or rules that have changed since it was answered.
            Optional<Answer> earlier = idempotency.replay(keyed);
            if (earlier.isEmpty()) {
                meters.refused(refused.code());
            }
            return earlier.orElseThrow(() -> refused);
        }
    }

    private Answer bookNow(KeyedRequest keyed, NewAppointment request, int attempts) {
        try {
            return attempt(keyed, request);
        } catch (SqlFailure failure) {
            if (PersistenceFailures.hasState(failure, UNIQUE_VIOLATION)) {
                return idempotency.replay(keyed).orElseThrow(() -> failure);
            }
            if (PersistenceFailures.isLockTimeout(failure)) {
                throw Refusal.TAKEN.problem();
            }
            // Two first bookings of one client: the other one has written the shop's record. Or this one was let go so
            // that another could go on.
            boolean passing = PersistenceFailures.hasState(failure, FOREIGN_KEY_VIOLATION)
                    || PersistenceFailures.hasState(failure, DEADLOCK);
            if (attempts > 1 && passing) {
                return bookNow(keyed, request, attempts - 1);
            }
            throw failure;
        }
    }

    private Answer attempt(KeyedRequest keyed, NewAppointment request) {
        LocalDate date = LocalDate.ofInstant(request.startsAt(), ZoneOffset.UTC);
        UUID barberId = request.barber();
        BookableShop shop = reader.find(request.shopId(), request.serviceIds(), barberId, date, date)
                .orElseThrow(() -> FieldFault.of(ErrorCode.NOT_FOUND, "shopId", "There is no such shop."));
        List<Choice> able = FreeBarbers.able(shop, request.serviceIds(), barberId);
        BooleanSupplier isStaff = () -> access.worksIn(shop.id());
        List<Choice> free = freeBarbers.at(shop, able, request.startsAt(), isStaff);
        Clients.Booking client = client(request);
        if (free.size() == 1) {
            // No choice to make: a named barber's booking waits for nobody.
            return write(keyed, request, shop, client, free);
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            freeBarbers.takeTurn(shop, request.startsAt());
            List<Choice> fair = freeBarbers.fairestFirst(shop, able, request.startsAt(), null, isStaff);
            return write(keyed, request, shop, client, fair);
        });
    }

    /** Books with the first whose time is still free. */
    private Answer write(
            KeyedRequest keyed,
            NewAppointment request,
            BookableShop shop,
            Clients.Booking client,
            List<Choice> choices) {
        for (Choice choice : choices) {
            boolean hasOthers = choices.size() > 1;
            if (hasOthers) {
                sql.update(BEFORE_CHOICE);
            }
            Appointment appointment = appointment(shop, choice, request, client.client());
            Answer answer = answer(appointment);
            Act act = new Act(actor(), "book", choice.explanation());
            if (statement.book(appointment, client.isNew(), keyed, answer, act)) {
                meters.booked(appointment.status());
                return answer;
            }
            if (hasOthers) {
                sql.update(LEAVE_CHOICE);
            }
        }
        throw Refusal.TAKEN.problem();
    }

    /** Staff who name a client book for that client; everybody else books for themselves. */
    private Clients.Booking client(NewAppointment request) {
        Caller caller = callers.current();
        boolean forSomebody = request.client() != null && !caller.isNobody() && access.worksIn(request.shopId());
        return clients.of(request.shopId(), forSomebody ? Caller.NOBODY : caller, request.client());
    }

    private Appointment appointment(BookableShop shop, Choice choice, NewAppointment request, Client client) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        boolean held = choice.deposit() > 0;
        return new Appointment(
                Ids.next(),
                shop.id(),
                choice.barber().id(),
                choice.barber().name(),
                client,
                choice.services(),
                VisitTime.of(request.startsAt(), choice.visit(), shop.zone()),
                held ? AppointmentStatus.HELD : AppointmentStatus.CONFIRMED,
                held ? now.plus(Duration.ofMinutes(shop.policy().holdMinutes())) : null,
                Charges.of(shop.currency(), choice.price(), choice.deposit()),
                shop.policy().cancellation(),
                request.barber() == null,
                request.notes(),
                now,
                1);
    }

    private Answer answer(Appointment appointment) {
        boolean guest = appointment.client().userId() == null;
        String token = guest ? links.manageToken(appointment.id()) : null;
        return Answer.created(
                        "/api/v1/appointments/" + appointment.id(), json.write(AppointmentView.of(appointment, token)))
                .with(HttpHeaders.ETAG, IfMatch.etag(appointment.version()));
    }

    private String actor() {
        Caller caller = callers.current();
        return caller.isNobody() ? Act.GUEST : caller.subject();
    }
}
