package com.bookedbarber.payment.provider;

import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.UUID;

/**
 * A provider that moves no money, for everything but business: it behaves as one outside would, keeps its own records
 * in its own transactions, and never forgets a key. Each call is one statement, so that it can die at any moment.
 */
@ApplicationScoped
class SandboxProvider implements PaymentProvider {

    static final String TYPE = "sandbox";

    /** How long {@code tok_timeout} takes; longer than anybody should wait. */
    private static final Duration SLOW = Duration.ofSeconds(15);

    private final Sql sql;

    SandboxProvider(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean accepts(String methodToken) {
        return SandboxToken.of(methodToken).isPresent();
    }

    @Override
    public Charge charge(ChargeRequest request) {
        String ref = request.paymentId().toString();
        SandboxToken token = SandboxToken.of(request.methodToken()).orElseThrow();
        int made = sql.update(
                """
                INSERT INTO sandbox_charge (idempotency_key, token, amount, currency, state) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """,
                ref,
                request.methodToken(),
                request.total().amount(),
                request.total().currency(),
                token.outcome().text());
        if (made == 1 && token == SandboxToken.TOK_TIMEOUT) {
            answerLate();
        }
        return look(ref);
    }

    @Override
    public Charge look(String ref) {
        return sql.one(
                        "SELECT state FROM sandbox_charge WHERE idempotency_key = ?",
                        row -> SandboxState.of(row.getString("state")),
                        ref)
                .orElseThrow()
                .charge(ref);
    }

    @Override
    public Charge confirm(String ref, UUID paymentId) {
        return moveOn(ref, SandboxState.SUCCEEDED);
    }

    @Override
    public Charge cancel(String ref, UUID paymentId) {
        return moveOn(ref, SandboxState.CANCELLED);
    }

    private Charge moveOn(String ref, SandboxState next) {
        sql.update(
                "UPDATE sandbox_charge SET state = ? WHERE idempotency_key = ? AND state = 'requires-action'",
                next.text(),
                ref);
        return look(ref);
    }

    @Override
    public RefundState refund(RefundRequest request) {
        String ref = request.refundId().toString();
        // The check on sandbox_charge.refunded refuses what exceeds the charge, as a provider would.
        sql.update("""
                WITH made AS (
                    INSERT INTO sandbox_refund (idempotency_key, charge, amount) VALUES (?, ?, ?)
                    ON CONFLICT DO NOTHING RETURNING charge, amount)
                UPDATE sandbox_charge SET refunded = refunded + made.amount FROM made WHERE idempotency_key = made.charge
                """, ref, request.chargeRef(), request.amount().amount());
        return lookAtRefund(ref);
    }

    @Override
    public RefundState lookAtRefund(String ref) {
        return sql.one(
                        "SELECT 1 FROM sandbox_refund WHERE idempotency_key = ?",
                        row -> new RefundState(RefundState.Outcome.SUCCEEDED, ref),
                        ref)
                .orElse(new RefundState(RefundState.Outcome.FAILED, null));
    }

    private static void answerLate() {
        try {
            Thread.sleep(SLOW);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
