package com.bookedbarber.booking.policy;

import com.bookedbarber.platform.sql.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.UUID;

/** The shops' policies. */
@ApplicationScoped
public class BookingPolicies {

    /** A {@code booking_policy} named {@code p} as JSON, null where a left join found none. */
    public static final String AS_JSON = """
            CASE WHEN p.shop_id IS NOT NULL THEN json_build_object(
                'minNoticeMinutes', p.min_notice_minutes, 'horizonDays', p.horizon_days,
                'slotStepMinutes', p.slot_step_minutes, 'holdMinutes', p.hold_minutes,
                'reminderHours', p.reminder_hours,
                'quietHours', json_build_object('from', p.quiet_from, 'to', p.quiet_to),
                'cancellation', p.cancellation)::text END
            """;

    private final Sql sql;
    private final ObjectMapper json;

    BookingPolicies(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The policy in force; the defaults for a shop without one. */
    public BookingPolicy of(UUID shopId, String currency) {
        return sql.one(
                        "SELECT " + AS_JSON + " FROM booking_policy p WHERE shop_id = ?",
                        row -> parse(row.getString(1), currency),
                        shopId)
                .orElseGet(() -> BookingPolicy.defaults(currency));
    }

    /** The policy behind {@link #AS_JSON}; the defaults for null. */
    public BookingPolicy parse(String text, String currency) {
        try {
            return text == null ? BookingPolicy.defaults(currency) : json.readValue(text, BookingPolicy.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A stored policy cannot be read", unreadable);
        }
    }

    /** Lets nobody else change the policy until the running transaction ends: there may be no row yet to lock. */
    void takeTurn(UUID shopId) {
        sql.list("SELECT pg_advisory_xact_lock(hashtextextended('booking-policy ' || ?::uuid, 0))", row -> 0, shopId);
    }

    /** How often the policy was changed; 0 for one that never was. */
    long versionOf(UUID shopId) {
        return sql.one("SELECT version FROM booking_policy WHERE shop_id = ?", row -> row.getLong(1), shopId)
                .orElse(0L);
    }

    void save(UUID shopId, BookingPolicy policy) {
        sql.update(
                """
                INSERT INTO booking_policy (shop_id, min_notice_minutes, horizon_days, slot_step_minutes,
                    hold_minutes, reminder_hours, quiet_from, quiet_to, cancellation)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                ON CONFLICT (shop_id) DO UPDATE SET min_notice_minutes = excluded.min_notice_minutes,
                    horizon_days = excluded.horizon_days, slot_step_minutes = excluded.slot_step_minutes,
                    hold_minutes = excluded.hold_minutes, reminder_hours = excluded.reminder_hours,
                    quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
                    cancellation = excluded.cancellation, version = booking_policy.version + 1, updated_at = now()
                """,
                shopId,
                policy.minNoticeMinutes(),
                policy.horizonDays(),
                policy.slotStepMinutes(),
                policy.holdMinutes(),
                policy.reminderHours().toArray(Integer[]::new),
                policy.quietHours().from(),
                policy.quietHours().to(),
                write(policy));
    }

    private String write(BookingPolicy policy) {
        try {
            return json.writeValueAsString(policy.cancellation());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
