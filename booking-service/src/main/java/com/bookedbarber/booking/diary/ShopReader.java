package com.bookedbarber.booking.diary;

import com.bookedbarber.booking.availability.Availability;
import com.bookedbarber.booking.availability.TimeSpans;
import com.bookedbarber.booking.policy.BookingPolicies;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.shop.ShopDirectory;
import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads all that availability and booking go by: two statements, however many barbers and days are looked at. One for
 * the shop, its services and its barbers' hours, one for what is booked.
 */
@ApplicationScoped
public class ShopReader {

    /** No appointment keeps a barber busy for longer; the table says so. */
    private static final int LONGEST_BUSY_DAYS = 2;

    private static final String SHOP = """
            SELECT s.id, s.name, s.time_zone, s.currency, %s AS policy,
                (SELECT json_agg(json_build_object('id', o.id, 'name', o.name, 'durationMinutes', o.duration_minutes,
                        'bufferBeforeMinutes', o.buffer_before_minutes, 'bufferAfterMinutes', o.buffer_after_minutes,
                        'price', o.price, 'depositType', upper(o.deposit_type), 'depositValue', o.deposit_value,
                        'active', o.active))::text
                    FROM service o WHERE o.shop_id = s.id AND o.id = ANY (?)) AS services,
                (SELECT json_agg(json_build_object('id', b.id, 'name', b.display_name, 'active', b.active,
                    'offers', (SELECT json_agg(json_build_object('serviceId', bs.service_id, 'price', bs.price,
                            'durationMinutes', bs.duration_minutes))
                        FROM barber_service bs WHERE bs.barber_id = b.id AND bs.service_id = ANY (?)),
                    'weekly', (SELECT json_agg(json_build_object('day', h.day_of_week,
                            'start', extract(epoch FROM h.starts)::int, 'end', extract(epoch FROM h.ends)::int))
                        FROM working_hours h WHERE h.barber_id = b.id),
                    'exceptions', (SELECT json_agg(json_build_object('date', e.date, 'intervals', e.intervals))
                        FROM date_exception e WHERE e.barber_id = b.id AND e.date BETWEEN ? AND ?),
                    'timeOff', (SELECT json_agg(json_build_array(
                            (extract(epoch FROM t.starts_at) * 1000)::bigint, (extract(epoch FROM t.ends_at) * 1000)::bigint))
                        FROM time_off t WHERE t.barber_id = b.id AND t.ends_at > ? AND t.starts_at < ?),
                    'diary', (SELECT json_agg(json_build_object('day', d.day - DATE '1970-01-01', 'version', d.version)
                            ORDER BY d.day)
                        FROM diary_day d WHERE ?::boolean AND d.barber_id = b.id AND d.day BETWEEN ? AND ?)
                    ) ORDER BY b.id)::text
                    FROM barber b WHERE b.shop_id = s.id AND %s) AS barbers,
                (SELECT json_agg(json_build_object('from', c.first_day, 'to', c.last_day))::text
                    FROM closure c WHERE c.shop_id = s.id AND c.last_day >= ? AND c.first_day <= ?) AS closures
            FROM known_shop s LEFT JOIN booking_policy p ON p.shop_id = s.id
            WHERE s.id = ?
            """;

    private static final String SHOP_WITH_ALL = SHOP.formatted(BookingPolicies.AS_JSON, "b.active AND ?::uuid IS NULL");
    private static final String SHOP_WITH_ONE = SHOP.formatted(BookingPolicies.AS_JSON, "b.id = ?");

    private static final String BUSY = """
            SELECT barber_id, busy_from, busy_to, starts_at, ends_at FROM appointment
            WHERE barber_id = ANY (?) AND starts_at > ? AND starts_at < ? AND busy_to > ? AND busy_from < ?
                AND status IN ('held', 'confirmed', 'checked-in', 'completed') AND id <> ?
            """;

    private static final UUID NONE = new UUID(0, 0);

    private final Sql sql;
    private final ShopDirectory shops;
    private final ShopRow rows;

    ShopReader(Sql sql, ShopDirectory shops, ShopRow rows) {
        this.sql = sql;
        this.shops = shops;
        this.rows = rows;
    }

    /**
     * The shop with what matters to visits on a range of dates; empty if there is none.
     *
     * @param serviceIds the services asked for
     * @param barberId the only barber asked for, or null for all
     */
    public Optional<BookableShop> find(
            UUID shopId, List<UUID> serviceIds, UUID barberId, LocalDate from, LocalDate to) {
        return find(shopId, serviceIds, barberId, from, to, false);
    }

    /** As {@link #find}; 404 if there is none. */
    public BookableShop read(UUID shopId, List<UUID> serviceIds, UUID barberId, LocalDate from, LocalDate to) {
        return find(shopId, serviceIds, barberId, from, to, false).orElseThrow(ShopReader::unknown);
    }

    /** As {@link #read}, with the versions of the barbers' days. */
    BookableShop readWithDiary(UUID shopId, List<UUID> serviceIds, UUID barberId, LocalDate from, LocalDate to) {
        return find(shopId, serviceIds, barberId, from, to, true).orElseThrow(ShopReader::unknown);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("shop");
    }

    private Optional<BookableShop> find(
            UUID shopId, List<UUID> serviceIds, UUID barberId, LocalDate from, LocalDate to, boolean withDiary) {
        UUID[] services = serviceIds.toArray(UUID[]::new);
        LocalDate first = from.minusDays(Availability.HOURS_DAYS_AROUND + 1L);
        LocalDate last = to.plusDays(Availability.HOURS_DAYS_AROUND + 1L);
        Instant start = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Object[] parameters = {
            services,
            services,
            first,
            last,
            start,
            end,
            withDiary,
            first.minusDays(LONGEST_BUSY_DAYS),
            last.plusDays(LONGEST_BUSY_DAYS),
            barberId,
            first,
            last,
            shopId
        };
        String statement = barberId == null ? SHOP_WITH_ALL : SHOP_WITH_ONE;
        Optional<BookableShop> known = sql.one(statement, rows::read, parameters);
        // Not told of yet by the feed: asking makes it known.
        return known.isPresent()
                ? known
                : shops.find(shopId).flatMap(told -> sql.one(statement, rows::read, parameters));
    }

    /**
     * What is booked of barbers' time within a range.
     *
     * @param except an appointment to leave out, because it is being moved; or null
     */
    public Map<UUID, List<BusyTime>> busy(Collection<UUID> barberIds, Instant from, Instant to, UUID except) {
        Map<UUID, List<BusyTime>> busy = new HashMap<>();
        sql.list(
                        BUSY,
                        BusyTime::read,
                        barberIds.toArray(UUID[]::new),
                        from.minusSeconds(86_400L * LONGEST_BUSY_DAYS),
                        to.plusSeconds(86_400L * LONGEST_BUSY_DAYS),
                        from,
                        to,
                        except == null ? NONE : except)
                .forEach(time -> busy.computeIfAbsent(time.barberId(), barber -> new ArrayList<>())
                        .add(time));
        return busy;
    }

    /** The ranges of busy times, buffers included, as availability takes them. */
    public static TimeSpans spans(List<BusyTime> times) {
        TimeSpans.Builder spans = TimeSpans.builder();
        if (times != null) {
            times.forEach(time -> spans.add(time.busyFrom(), time.busyTo()));
        }
        return spans.build();
    }
}
