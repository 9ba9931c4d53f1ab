package com.bookedbarber.booking.hold;

import com.bookedbarber.platform.sql.Sql;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Shows times that stay blocked although nobody paid for them: {@code bb_holds_overdue}. */
@ApplicationScoped
class HoldMeters {

    private static final String OVERDUE =
            "SELECT count(*) FROM appointment WHERE status = 'held' AND hold_expires_at < now() - interval '1 minute'";

    private final Sql sql;
    private final MeterRegistry meters;

    HoldMeters(Sql sql, MeterRegistry meters) {
        this.sql = sql;
        this.meters = meters;
    }

    void onStart(@Observes StartupEvent start) {
        Gauge.builder("bb.holds.overdue", this, HoldMeters::overdue)
                .description("Holds that should have expired more than a minute ago")
                .register(meters);
    }

    private double overdue() {
        return sql.one(OVERDUE, row -> row.getLong(1)).orElse(0L);
    }
}
