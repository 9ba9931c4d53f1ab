package com.bookedbarber.payment.ledger;

import com.bookedbarber.platform.money.Money;
import com.bookedbarber.platform.page.Cursor;
import com.bookedbarber.platform.page.PageRequest;
import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads the books. */
@ApplicationScoped
class LedgerEntries {

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final Sql sql;

    LedgerEntries(Sql sql) {
        this.sql = sql;
    }

    /**
     * A shop's entries, newest first; one more than the page has.
     *
     * @param account null for all
     * @param from the earliest instant, or null
     * @param to the first instant that is too late, or null
     */
    List<LedgerLine> list(UUID shopId, LedgerAccount account, Instant from, Instant to, PageRequest page) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(shopId);
        StringBuilder query = new StringBuilder("""
                SELECT entry.*, kind, payment_id, refund_id
                FROM ledger_entry entry JOIN ledger_transaction ON ledger_transaction.id = transaction_id
                WHERE entry.shop_id = ?
                """);
        if (account != null) {
            query.append(" AND entry.account = ?");
            parameters.add(account.wireName());
        }
        if (from != null) {
            query.append(" AND entry.occurred_at >= ?");
            parameters.add(from);
        }
        Cursor before = page.after().orElse(new Cursor(to == null ? END_OF_TIME : to, new UUID(0, 0)));
        query.append(" AND (entry.occurred_at, entry.id) < (?, ?)");
        parameters.add(before.at());
        parameters.add(before.id());
        query.append(" ORDER BY entry.occurred_at DESC, entry.id DESC LIMIT ?");
        parameters.add(page.limit() + 1);
        return sql.list(query.toString(), LedgerEntries::line, parameters.toArray());
    }

    /** The balance of every account of the shop that was ever moved. */
    List<AccountBalance> balances(UUID shopId) {
        return sql.list(
                """
                SELECT account, currency, sum(amount)::bigint AS amount FROM ledger_entry
                WHERE shop_id = ? GROUP BY account, currency ORDER BY account, currency
                """,
                row -> new AccountBalance(
                        row.getString("account"), Money.of(row.getLong("amount"), row.getString("currency"))),
                shopId);
    }

    private static LedgerLine line(ResultSet row) throws SQLException {
        return new LedgerLine(
                row.getObject("id", UUID.class),
                row.getObject("transaction_id", UUID.class),
                Sql.instant(row, "occurred_at"),
                row.getString("kind"),
                row.getString("account"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getObject("appointment_id", UUID.class),
                row.getObject("payment_id", UUID.class),
                row.getObject("refund_id", UUID.class));
    }
}
