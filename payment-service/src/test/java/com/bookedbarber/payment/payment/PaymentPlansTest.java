package com.bookedbarber.payment.payment;

import com.bookedbarber.payment.PaymentServiceTest;
import com.bookedbarber.platform.sql.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** The queries that every payment waits for go by an index, however many payments there are. */
@QuarkusTest
class PaymentPlansTest implements PaymentServiceTest {

    private static final int PAYMENTS = 20_000;

    private static final Map<String, String> QUERIES = Map.of(
            "idx_payments_appointment_id", "SELECT * FROM payment WHERE appointment_id = 'ID'",
            "payment_shop", "SELECT * FROM payment WHERE shop_id = 'ID' ORDER BY created_at DESC, id DESC LIMIT 51",
            "payment_client",
                    "SELECT * FROM payment WHERE client_id = 'ID' ORDER BY created_at DESC, id DESC LIMIT 51");

    @Inject
    Sql sql;

    @Test
    void shouldGoByAnIndex() {
        QuarkusTransaction.begin();
        try {
            fill();
            assertThat(QUERIES)
                    .allSatisfy((index, query) ->
                            assertThat(plan(query)).contains(index).doesNotContain("Seq Scan"));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private String plan(String query) {
        String explain = "EXPLAIN " + query.replace("ID", UUID.randomUUID().toString());
        return String.join("\n", sql.list(explain, row -> row.getString(1)));
    }

    private void fill() {
        sql.update("""
                INSERT INTO appointment_account (appointment_id, shop_id, currency)
                SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, gen_random_uuid(), 'GBP'
                FROM generate_series(1, ?) n
                """, PAYMENTS);
        sql.update("""
                INSERT INTO payment (id, shop_id, appointment_id, client_id, purpose, status, amount, tip, currency,
                    provider, request_caller, request_key, created_at, settled_at)
                SELECT gen_random_uuid(), shop_id, appointment_id, gen_random_uuid(), 'full', 'succeeded', 4500, 0, 'GBP',
                    'sandbox', 'guest', 'key', now(), now()
                FROM appointment_account WHERE appointment_id < '00000000-0000-7000-9000-000000000000'
                """);
        sql.update("ANALYZE payment");
    }
}
