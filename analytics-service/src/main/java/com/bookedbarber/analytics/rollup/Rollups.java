package com.bookedbarber.analytics.rollup;

import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps the sums per day in step with the facts.
 *
 * <p>What a visit adds to the sums is computed from its facts by the views of the schema. A change takes away what the
 * visits have added, lets the facts be written, and adds what the visits add then, all in one transaction. That makes
 * it indifferent in which order, and how often, events arrive.
 */
@ApplicationScoped
public class Rollups {

    /** One writer at a time, whichever feed and replica it reads for: a visit's facts come from two feeds. */
    private static final long WRITER_LOCK = 0x426f6f6b65644242L;

    private static final String NEXT_VERSION = """
            INSERT INTO shop_rollup (shop_id, version)
            SELECT shop_id, 1 FROM unnest(?::uuid[]) AS shop_id ORDER BY shop_id
            ON CONFLICT (shop_id) DO UPDATE SET version = shop_rollup.version + 1, changed_at = now()
            """;

    private final Sql sql;
    private final ClientDays clientDays;

    Rollups(Sql sql, ClientDays clientDays) {
        this.sql = sql;
        this.clientDays = clientDays;
    }

    /**
     * Changes facts and sums together.
     *
     * @param visits the appointments, or payments for none, whose facts are written
     * @param clients whose visits may have been moved, before or after
     * @param writing writes the facts of these visits and no others
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void change(Set<UUID> visits, Collection<ShopClient> clients, Runnable writing) {
        if (visits.isEmpty()) {
            return;
        }
        lock();
        String[] ids = texts(visits);
        for (RollupTable table : RollupTable.values()) {
            sql.update(table.withdraw(), (Object) ids);
        }
        clientDays.withdraw(ids);
        writing.run();
        for (RollupTable table : RollupTable.values()) {
            sql.update(table.contribute(), (Object) ids);
        }
        clientDays.contribute(ids);
        clientDays.link(clients);
    }

    /** Marks what is shown of these shops as changed, so that no kept copy is shown any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void touch(Set<UUID> shops) {
        if (!shops.isEmpty()) {
            lock();
            sql.update(NEXT_VERSION, (Object) texts(shops));
        }
    }

    private void lock() {
        sql.one("SELECT 1 FROM pg_advisory_xact_lock(?)", row -> 1, WRITER_LOCK);
    }

    private static String[] texts(Set<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
