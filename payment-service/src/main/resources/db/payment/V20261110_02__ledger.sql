-- Double-entry books, see docs/ledger.md. Every transaction moves money between accounts and adds up to zero; nothing
-- that was written is ever changed.
CREATE TABLE ledger_transaction (
    id             uuid        PRIMARY KEY,
    shop_id        uuid        NOT NULL,
    appointment_id uuid        NOT NULL REFERENCES appointment_account,
    kind           text        NOT NULL CHECK (kind IN ('payment', 'refund', 'release')),
    payment_id     uuid        REFERENCES payment,
    refund_id      uuid        UNIQUE REFERENCES refund, -- a refund is booked once
    occurred_at    timestamptz NOT NULL,
    xid            xid8        NOT NULL DEFAULT pg_current_xact_id(),
    CHECK ((kind = 'refund') = (refund_id IS NOT NULL)),
    CHECK ((kind = 'release') = (payment_id IS NULL))
);
-- A payment is booked once.
CREATE UNIQUE INDEX ledger_transaction_payment ON ledger_transaction (payment_id) WHERE kind = 'payment';

CREATE TABLE ledger_entry (
    id             uuid        PRIMARY KEY,
    transaction_id uuid        NOT NULL REFERENCES ledger_transaction,
    shop_id        uuid        NOT NULL,
    appointment_id uuid        NOT NULL,
    account        text        NOT NULL
        CHECK (account IN ('provider_receivable', 'deposits_held', 'shop_payable', 'tips_payable')),
    amount         bigint      NOT NULL CHECK (amount <> 0), -- minor units; debits are positive, credits negative
    currency       text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    occurred_at    timestamptz NOT NULL
);
-- The books of a shop, newest first.
CREATE INDEX ledger_entry_shop ON ledger_entry (shop_id, occurred_at DESC, id DESC);
-- One account of a shop, and its balance, which is summed from the index alone.
CREATE INDEX ledger_entry_account ON ledger_entry (shop_id, account, occurred_at DESC, id DESC)
    INCLUDE (amount, currency);
-- What is left of an appointment's money, and where.
CREATE INDEX ledger_entry_appointment ON ledger_entry (appointment_id) INCLUDE (account, amount);
-- The balance check walks a transaction's entries.
CREATE INDEX ledger_entry_transaction ON ledger_entry (transaction_id) INCLUDE (amount, currency);

-- An unbalanced transaction cannot be committed. Checked at the end, when all entries are there.
CREATE FUNCTION require_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    checked uuid;
BEGIN
    IF TG_TABLE_NAME = 'ledger_entry' THEN
        checked := NEW.transaction_id;
    ELSE
        checked := NEW.id;
    END IF;
    IF (SELECT count(*) < 2 FROM ledger_entry WHERE transaction_id = checked)
       OR EXISTS (SELECT FROM ledger_entry WHERE transaction_id = checked GROUP BY currency HAVING sum(amount) <> 0)
    THEN
        RAISE EXCEPTION 'Ledger transaction % does not balance', checked USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION require_new_transaction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM ledger_transaction WHERE id = NEW.transaction_id AND xid = pg_current_xact_id()) THEN
        RAISE EXCEPTION 'Ledger transaction % is closed', NEW.transaction_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The ledger is append-only' USING ERRCODE = 'check_violation';
END $$;

CREATE CONSTRAINT TRIGGER balanced AFTER INSERT ON ledger_transaction
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_balance();
-- Covers entries that come after the transaction's own check was made early by SET CONSTRAINTS.
CREATE CONSTRAINT TRIGGER balanced AFTER INSERT ON ledger_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_balance();
CREATE TRIGGER belongs_to_new_transaction BEFORE INSERT ON ledger_entry
    FOR EACH ROW EXECUTE FUNCTION require_new_transaction();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transaction
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
