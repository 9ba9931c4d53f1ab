package com.bookedbarber.analytics.rollup;

import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;

/** Keeps the days on which clients visit, and the links between them. */
@ApplicationScoped
class ClientDays {

    private static final String WITHDRAW = """
            UPDATE client_day SET visits = client_day.visits - part.visits
            FROM (SELECT shop_id, client_ref, day, sum(visits)::int AS visits
                  FROM client_contribution WHERE visit_id = ANY (?::uuid[]) GROUP BY 1, 2, 3) part
            WHERE (client_day.shop_id, client_day.client_ref, client_day.day)
                = (part.shop_id, part.client_ref, part.day)
            """;

    private static final String CONTRIBUTE = """
            INSERT INTO client_day (shop_id, client_ref, day, visits)
            SELECT shop_id, client_ref, day, sum(visits)::int
            FROM client_contribution WHERE visit_id = ANY (?::uuid[]) GROUP BY 1, 2, 3
            ON CONFLICT (shop_id, client_ref, day) DO UPDATE SET visits = client_day.visits + excluded.visits
            """;

    private static final String CLIENTS = "SELECT * FROM unnest(?::uuid[], ?::text[])";

    private static final String FORGET_EMPTY =
            "DELETE FROM client_day WHERE visits = 0 AND (shop_id, client_ref) IN (" + CLIENTS + ")";

    private static final String LINK = """
            UPDATE client_day SET previous_day = linked.previous_day
            FROM (SELECT shop_id, client_ref, day,
                         lag(day) OVER (PARTITION BY shop_id, client_ref ORDER BY day) AS previous_day
                  FROM client_day WHERE (shop_id, client_ref) IN (%s)) linked
            WHERE (client_day.shop_id, client_day.client_ref, client_day.day)
                = (linked.shop_id, linked.client_ref, linked.day)
              AND client_day.previous_day IS DISTINCT FROM linked.previous_day
            """.formatted(CLIENTS);

    private final Sql sql;

    ClientDays(Sql sql) {
        this.sql = sql;
    }

    void withdraw(String[] visits) {
        sql.update(WITHDRAW, (Object) visits);
    }

    void contribute(String[] visits) {
        sql.update(CONTRIBUTE, (Object) visits);
    }

    /** Links the clients' days anew, after what was added and taken away. */
    void link(Collection<ShopClient> clients) {
        String[] shops =
                clients.stream().map(client -> client.shopId().toString()).toArray(String[]::new);
        String[] refs = clients.stream().map(ShopClient::clientRef).toArray(String[]::new);
        sql.update(FORGET_EMPTY, shops, refs);
        sql.update(LINK, shops, refs);
    }
}
