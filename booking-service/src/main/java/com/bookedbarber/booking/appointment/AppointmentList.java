package com.bookedbarber.booking.appointment;

import com.bookedbarber.platform.identity.Caller;
import com.bookedbarber.platform.identity.Callers;
import com.bookedbarber.platform.identity.ShopAccess;
import com.bookedbarber.platform.page.Cursor;
import com.bookedbarber.platform.page.Page;
import com.bookedbarber.platform.page.PageRequest;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.query.QueryValue;
import com.bookedbarber.platform.shop.ShopDirectory;
import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The use case of listing: staff see their shop's appointments, everybody else their own. */
@ApplicationScoped
class AppointmentList {

    private final Appointments appointments;
    private final Callers callers;
    private final ShopAccess access;
    private final ShopDirectory shops;
    private final Sql sql;

    AppointmentList(Appointments appointments, Callers callers, ShopAccess access, ShopDirectory shops, Sql sql) {
        this.appointments = appointments;
        this.callers = callers;
        this.access = access;
        this.shops = shops;
        this.sql = sql;
    }

    Page<AppointmentView> find(AppointmentQuery query, PageRequest page) {
        UUID barberId = QueryValue.id("barberId", query.barberId);
        UUID shopId = shopOf(QueryValue.id("shopId", query.shopId), barberId);
        Filter filter = new Filter();
        filter.add("a.shop_id = ?", shopId);
        filter.add("a.barber_id = ?", barberId);
        filter.add("a.client_id = ?", clientId(query, shopId));
        statuses(query, filter);
        ZoneId zone = shopId == null ? ZoneOffset.UTC : shops.require(shopId).timeZone();
        range(query, zone, filter);
        page.after().ifPresent(after -> filter.after(after.at(), after.id()));
        List<Appointment> found = appointments.list(filter.where(page.limit() + 1), filter.parameters());
        return Page.of(
                found,
                page.limit(),
                appointment -> new Cursor(appointment.time().startsAt(), appointment.id()),
                AppointmentView::of);
    }

    private UUID shopOf(UUID shopId, UUID barberId) {
        if (shopId != null || barberId == null) {
            return shopId;
        }
        return sql.one("SELECT shop_id FROM barber WHERE id = ?", row -> row.getObject(1, UUID.class), barberId)
                .orElseThrow(() -> ProblemException.notFound("barber"));
    }

    /** Whose appointments: anybody's for the shop's staff, the caller's own for everybody else. */
    private UUID clientId(AppointmentQuery query, UUID shopId) {
        Caller caller = callers.current();
        UUID asked = QueryValue.id("clientId", query.clientId);
        if (caller.isAdmin() || (shopId != null && access.worksIn(shopId))) {
            return asked;
        }
        UUID own = caller.userId()
                .orElseThrow(() -> new ProblemException(ErrorCode.FORBIDDEN, "Services ask for one appointment only."));
        if (asked != null && !asked.equals(own)) {
            throw new ProblemException(ErrorCode.FORBIDDEN, "You may list your own appointments only.");
        }
        return own;
    }

    private static void range(AppointmentQuery query, ZoneId zone, Filter filter) {
        Instant from = QueryValue.from("from", query.from, zone);
        Instant to = QueryValue.to("to", query.to, zone);
        // The end of a date is after its start; an instant may be both ends of a range, in which nothing lies.
        boolean ordered = from == null || to == null || to.isAfter(from) || to.equals(from) && query.to.contains("T");
        if (!ordered) {
            throw ProblemException.invalid("to", "must not be before from");
        }
        filter.add("a.starts_at >= ?", from);
        filter.add("a.starts_at < ?", to);
    }

    private static void statuses(AppointmentQuery query, Filter filter) {
        String[] names = query.status == null
                ? new String[0]
                : query.status.stream()
                        .flatMap(text -> List.of(text.split(",")).stream())
                        .map(String::trim)
                        .filter(name -> !name.isEmpty())
                        .toArray(String[]::new);
        for (String name : names) {
            if (AppointmentStatus.ofWireName(name).isEmpty()) {
                throw ProblemException.invalid("status", "must be a status such as confirmed");
            }
        }
        if (names.length == 1) {
            filter.add("a.status = ?", names[0]);
        } else if (names.length > 1) {
            filter.add("a.status = ANY (?)", names);
        }
    }

    /** The conditions that were given, so that the planner sees no others. */
    private static final class Filter {

        private final List<String> conditions = new ArrayList<>();
        private final List<Object> parameters = new ArrayList<>();

        void add(String condition, Object value) {
            if (value != null) {
                conditions.add(condition);
                parameters.add(value);
            }
        }

        void after(Instant startsAt, UUID id) {
            conditions.add("(a.starts_at, a.id) > (?, ?)");
            parameters.add(startsAt);
            parameters.add(id);
        }

        String where(int limit) {
            String where = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions) + " ";
            return where + "ORDER BY a.starts_at, a.id LIMIT " + limit;
        }

        Object[] parameters() {
            return parameters.toArray();
        }
    }
}
