package com.bookedbarber.booking.appointment;

import com.bookedbarber.booking.availability.Availability;
import com.bookedbarber.booking.availability.BarberAssignment;
import com.bookedbarber.booking.availability.BarberAssignment.Workload;
import com.bookedbarber.booking.availability.Candidate;
import com.bookedbarber.booking.availability.Refusal;
import com.bookedbarber.booking.diary.BookableBarber;
import com.bookedbarber.booking.diary.BookableShop;
import com.bookedbarber.booking.diary.BusyTime;
import com.bookedbarber.booking.diary.OfferedService;
import com.bookedbarber.booking.diary.ShopReader;
import com.bookedbarber.booking.request.FieldFault;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.sql.PersistenceFailures;
import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.platform.sql.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds who can take a visit at a time, by the same rules that list the slots. */
@ApplicationScoped
class FreeBarbers {

    /** A visit has to lie inside one interval of hours, and a day has at most 25. */
    private static final int LONGEST_VISIT_MINUTES = 25 * 60;

    private static final String LAST_ASSIGNED = """
            SELECT b.id, (SELECT max(a.created_at) FROM appointment a WHERE a.barber_id = b.id AND a.any_barber) AS at
            FROM unnest(?) b (id)
            """;

    private static final String TAKE_TURN =
            "SELECT pg_advisory_xact_lock(hashtextextended('any barber ' || ?::uuid || ' ' || ?::text, 0))";

    private final ShopReader reader;
    private final Sql sql;

    FreeBarbers(ShopReader reader, Sql sql) {
        this.reader = reader;
        this.sql = sql;
    }

    /** Who of the shop does what is asked for; 404 and 422 as {@link BookableShop} has it. */
    static List<Choice> able(BookableShop shop, List<UUID> serviceIds, UUID barberId) {
        List<Choice> able = choices(shop, serviceIds, barberId);
        if (able.isEmpty()) {
            throw FieldFault.of(
                    ErrorCode.NOT_BOOKABLE, "serviceIds", "Nobody in this shop does all of this in one visit.");
        }
        return able;
    }

    /** As {@link #able}, but that nobody does all of it is no refusal. */
    static List<Choice> choices(BookableShop shop, List<UUID> serviceIds, UUID barberId) {
        List<OfferedService> services = shop.require(serviceIds, "serviceIds");
        return shop.barbersFor(services, barberId).stream()
                .map(barber -> Choice.of(barber, services))
                .filter(choice -> choice.visit().durationMinutes() <= LONGEST_VISIT_MINUTES)
                .toList();
    }

    /**
     * Lets nobody else choose a barber of the shop for that local day until the running transaction ends: whoever chooses
     * next sees this choice, so that those made at once are fair together.
     */
    void takeTurn(BookableShop shop, Instant startsAt) {
        try {
            sql.list(
                    TAKE_TURN,
                    row -> 0,
                    shop.id(),
                    LocalDate.ofInstant(startsAt, shop.zone()).toString());
        } catch (SqlFailure failure) {
            throw PersistenceFailures.isLockTimeout(failure) ? crowded() : failure;
        }
    }

    private static ProblemException crowded() {
        return new ProblemException(ErrorCode.UNAVAILABLE, "Many are booking in this shop; try again in a moment.")
                .header("Retry-After", "1");
    }

    /**
     * Who can take the visit, in the order in which they should be tried: all of the able who are free, fairest choice
     * first.
     *
     * @param able at least one
     * @param startsAt when it starts
     * @param moving the appointment that is being moved, or null
     * @param isStaff asked only if the rules for clients refuse: staff may ignore them, but never overlap
     * @throws ProblemException with the rule that is broken, if nobody can
     */
    List<Choice> fairestFirst(
            BookableShop shop, List<Choice> able, Instant startsAt, UUID moving, BooleanSupplier isStaff) {
        Map<UUID, List<BusyTime>> busy = busy(shop, able, startsAt, moving);
        List<Choice> free = free(shop, able, busy, startsAt, isStaff);
        return free.size() > 1 ? fairestFirst(free, busy, shop, startsAt) : free;
    }

    /** As {@link #fairestFirst}, in no order: for those who only want to know whether there is a choice. */
    List<Choice> at(BookableShop shop, List<Choice> able, Instant startsAt, BooleanSupplier isStaff) {
        return free(shop, able, busy(shop, able, startsAt, null), startsAt, isStaff);
    }

    private static List<Choice> free(
            BookableShop shop,
            List<Choice> able,
            Map<UUID, List<BusyTime>> busy,
            Instant startsAt,
            BooleanSupplier isStaff) {
        Availability rules = new Availability(shop.rules(), Instant.now());
        List<Refusal> refusals = new ArrayList<>();
        List<Choice> free = new ArrayList<>();
        for (Choice choice : able) {
            rules.mayStart(candidate(choice, busy), startsAt).ifPresentOrElse(refusals::add, () -> free.add(choice));
        }
        if (free.isEmpty()
                && refusals.stream().anyMatch(refusal -> refusal != Refusal.TAKEN)
                && isStaff.getAsBoolean()) {
            able.stream()
                    .filter(choice -> rules.mayStartForStaff(candidate(choice, busy), startsAt)
                            .isEmpty())
                    .forEach(free::add);
            refusals.add(Refusal.TAKEN);
        }
        if (free.isEmpty()) {
            throw refused(refusals);
        }
        return free;
    }

    private Map<UUID, List<BusyTime>> busy(BookableShop shop, List<Choice> able, Instant startsAt, UUID moving) {
        Instant from = startsAt;
        Instant to = startsAt;
        for (Choice choice : able) {
            VisitTime time = VisitTime.of(startsAt, choice.visit(), shop.zone());
            from = time.busyFrom().isBefore(from) ? time.busyFrom() : from;
            to = time.busyTo().isAfter(to) ? time.busyTo() : to;
        }
        if (able.size() > 1) {
            // The whole local day counts when several are compared.
            from = from.minus(1, ChronoUnit.DAYS);
            to = to.plus(1, ChronoUnit.DAYS);
        }
        return reader.busy(able.stream().map(choice -> choice.barber().id()).toList(), from, to, moving);
    }

    private static Candidate candidate(Choice choice, Map<UUID, List<BusyTime>> busy) {
        BookableBarber barber = choice.barber();
        return new Candidate(barber.schedule(ShopReader.spans(busy.get(barber.id()))), choice.visit());
    }

    /** Of several barbers' refusals the one that came nearest to a yes. */
    private static ProblemException refused(List<Refusal> refusals) {
        return refusals.stream().max(Comparator.naturalOrder()).orElseThrow().problem();
    }

    private List<Choice> fairestFirst(
            List<Choice> free, Map<UUID, List<BusyTime>> busy, BookableShop shop, Instant startsAt) {
        LocalDate date = LocalDate.ofInstant(startsAt, shop.zone());
        Map<UUID, Choice> byBarber =
                free.stream().collect(Collectors.toMap(choice -> choice.barber().id(), Function.identity()));
        Map<UUID, Instant> lastAssigned = lastAssigned(byBarber.keySet().toArray(UUID[]::new));
        List<Workload> workloads = byBarber.keySet().stream()
                .map(barber -> new Workload(barber, minutesOn(date, busy.get(barber), shop), lastAssigned.get(barber)))
                .toList();
        return BarberAssignment.inOrder(workloads).stream()
                .map(workload -> byBarber.get(workload.barberId()).because(workload.explanation()))
                .toList();
    }

    private static int minutesOn(LocalDate date, List<BusyTime> busy, BookableShop shop) {
        return busy == null
                ? 0
                : busy.stream()
                        .filter(time -> LocalDate.ofInstant(Instant.ofEpochMilli(time.startsAt()), shop.zone())
                                .equals(date))
                        .mapToInt(BusyTime::minutes)
                        .sum();
    }

    private Map<UUID, Instant> lastAssigned(UUID[] barbers) {
        Map<UUID, Instant> last = new HashMap<>();
        sql.list(
                LAST_ASSIGNED, row -> last.put(row.getObject(1, UUID.class), Sql.instant(row, "at")), (Object) barbers);
        return last;
    }
}
