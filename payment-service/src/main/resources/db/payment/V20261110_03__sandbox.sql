-- The sandbox provider's own memory. It stands for a system outside: nothing of ours refers to it, and it writes in
-- transactions of its own.
CREATE TABLE sandbox_charge (
    idempotency_key text        PRIMARY KEY,
    token           text        NOT NULL,
    amount          bigint      NOT NULL CHECK (amount > 0),
    currency        text        NOT NULL,
    state           text        NOT NULL
        CHECK (state IN ('succeeded', 'requires-action', 'card-declined', 'insufficient-funds', 'cancelled')),
    refunded        bigint      NOT NULL DEFAULT 0 CHECK (refunded BETWEEN 0 AND amount),
    created_at      timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE sandbox_refund (
    idempotency_key text        PRIMARY KEY,
    charge          text        NOT NULL REFERENCES sandbox_charge,
    amount          bigint      NOT NULL CHECK (amount > 0),
    created_at      timestamptz NOT NULL DEFAULT now()
);
