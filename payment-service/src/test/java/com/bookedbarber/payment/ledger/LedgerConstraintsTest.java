package com.bookedbarber.payment.ledger;

import com.bookedbarber.payment.PaymentServiceTest;
import com.bookedbarber.payment.TestShop;
import com.bookedbarber.platform.id.Ids;
import com.bookedbarber.platform.sql.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What must never be in the books cannot be written into them, whoever tries. */
@QuarkusTest
class LedgerConstraintsTest implements PaymentServiceTest {

    @Inject
    Sql sql;

    private final TestShop shop = new TestShop();
    private final UUID transaction = Ids.next();

    @Test
    void shouldRefuseATransactionThatDoesNotBalance() {
        shop.paid("deposit");

        assertThatThrownBy(() -> inTransaction(() -> {
                    beginRelease();
                    entry("deposits_held", 1000, "GBP");
                    entry("shop_payable", -999, "GBP");
                }))
                .hasMessageContaining("does not balance");
        assertThat(entriesOfTheTransaction()).isZero();
    }

    @Test
    void shouldRefuseATransactionThatBalancesOnlyAcrossCurrencies() {
        shop.paid("deposit");

        assertThatThrownBy(() -> inTransaction(() -> {
                    beginRelease();
                    entry("deposits_held", 1000, "GBP");
                    entry("shop_payable", -1000, "USD");
                }))
                .hasMessageContaining("does not balance");
        assertThat(entriesOfTheTransaction()).isZero();
    }

    @Test
    void shouldRefuseATransactionWithoutEntries() {
        shop.paid("deposit");

        assertThatThrownBy(() -> inTransaction(this::beginRelease)).hasMessageContaining("does not balance");
        assertThat(sql.one("SELECT 1 FROM ledger_transaction WHERE id = ?", row -> 1, transaction))
                .isEmpty();
    }

    @Test
    void shouldAcceptOneThatBalances() {
        shop.paid("deposit");

        inTransaction(() -> {
            beginRelease();
            entry("deposits_held", 1000, "GBP");
            entry("shop_payable", -1000, "GBP");
        });

        assertThat(entriesOfTheTransaction()).isEqualTo(2);
    }

    @Test
    void shouldRefuseFurtherEntriesOfATransactionThatIsClosed() {
        shouldAcceptOneThatBalances();

        assertThatThrownBy(() -> inTransaction(() -> {
                    entry("deposits_held", 1, "GBP");
                    entry("shop_payable", -1, "GBP");
                }))
                .hasMessageContaining("is closed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_entry SET amount = amount + 1",
                "DELETE FROM ledger_entry",
                "TRUNCATE ledger_entry",
                "UPDATE ledger_transaction SET kind = 'release'",
                "DELETE FROM ledger_transaction"
            })
    void shouldNeverChangeWhatIsWritten(String statement) {
        shop.paid("deposit");

        assertThatThrownBy(() -> sql.update(statement)).hasMessageContaining("append-only");
    }

    @Test
    void shouldBookAPaymentOnce() {
        UUID payment = UUID.fromString(shop.paid("deposit"));

        assertThatThrownBy(() -> sql.update("""
                        INSERT INTO ledger_transaction (id, shop_id, appointment_id, kind, payment_id, occurred_at)
                        VALUES (?, ?, ?, 'payment', ?, now())
                        """, transaction, shop.id, shop.appointment, payment))
                .hasMessageContaining("ledger_transaction_payment");
    }

    @Test
    void shouldNeverRefundMoreThanWasPaid() {
        UUID payment = UUID.fromString(shop.paid("deposit"));

        assertThatThrownBy(() -> sql.update("UPDATE payment SET refund_claimed = 1001 WHERE id = ?", payment))
                .hasMessageContaining("check");
    }

    @Test
    void shouldNeverHaveTwoPaymentsOfOneAppointmentUnderWay() {
        UUID payment = UUID.fromString(shop.pay("deposit", "tok_3ds").path("id"));

        assertThatThrownBy(() -> sql.update("""
                        INSERT INTO payment (id, shop_id, appointment_id, purpose, status, amount, tip, currency,
                            provider, request_caller, request_key, created_at)
                        SELECT ?, shop_id, appointment_id, purpose, 'processing', amount, tip, currency,
                            provider, request_caller, request_key, created_at
                        FROM payment WHERE id = ?
                        """, Ids.next(), payment)).hasMessageContaining("payment_one_under_way");
    }

    private void beginRelease() {
        sql.update("""
                INSERT INTO ledger_transaction (id, shop_id, appointment_id, kind, occurred_at)
                VALUES (?, ?, ?, 'release', ?)
                """, transaction, shop.id, shop.appointment, Instant.now());
    }

    private void entry(String account, long amount, String currency) {
        sql.update("""
                INSERT INTO ledger_entry
                    (id, transaction_id, shop_id, appointment_id, account, amount, currency, occurred_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, now())
                """, Ids.next(), transaction, shop.id, shop.appointment, account, amount, currency);
    }

    private int entriesOfTheTransaction() {
        return sql.one("SELECT count(*) FROM ledger_entry WHERE transaction_id = ?", row -> row.getInt(1), transaction)
                .orElseThrow();
    }

    /** Has the deferred checks made as the last statement, as the commit would: the failure is then ours to read. */
    private void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().run(() -> {
            work.run();
            sql.update("SET CONSTRAINTS ALL IMMEDIATE");
        });
    }
}
