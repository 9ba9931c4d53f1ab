-- What an appointment is to the books: where its money lies until the visit is over. Its row is the lock under which
-- everything about the money of one appointment happens, one after the other.
CREATE TABLE appointment_account (
    appointment_id uuid        PRIMARY KEY,
    shop_id        uuid        NOT NULL,
    currency       text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    closed_at      timestamptz -- when the visit was over, in whatever way; money that comes later is earned at once
);

CREATE TABLE payment (
    id             uuid        PRIMARY KEY,
    shop_id        uuid        NOT NULL,
    appointment_id uuid        NOT NULL REFERENCES appointment_account,
    client_id      uuid,                -- null for a guest
    purpose        text        NOT NULL CHECK (purpose IN ('deposit', 'balance', 'full')),
    status         text        NOT NULL
        CHECK (status IN ('requires-action', 'processing', 'succeeded', 'failed', 'cancelled')),
    amount         bigint      NOT NULL CHECK (amount > 0),
    tip            bigint      NOT NULL CHECK (tip >= 0),
    currency       text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    refund_claimed bigint      NOT NULL DEFAULT 0, -- refunds that have begun, and those that are done
    refunded       bigint      NOT NULL DEFAULT 0, -- refunds that are done
    failure        text,
    provider       text        NOT NULL,
    provider_ref   text,
    client_secret  text,
    method_token   text,                -- kept only until the provider has answered for good
    request_caller text        NOT NULL, -- under which key the answer has to be kept
    request_key    text        NOT NULL,
    request_id     text,
    version        bigint      NOT NULL DEFAULT 0,
    created_at     timestamptz NOT NULL,
    settled_at     timestamptz,
    -- No refund exceeds what was paid, and nothing is refunded that was not paid.
    CHECK (refunded >= 0 AND refunded <= refund_claimed AND refund_claimed <= amount + tip),
    CHECK (refund_claimed = 0 OR status = 'succeeded'),
    CHECK ((status = 'failed') = (failure IS NOT NULL)),
    CHECK ((status IN ('succeeded', 'failed', 'cancelled')) = (settled_at IS NOT NULL)),
    CHECK (method_token IS NULL OR settled_at IS NULL)
);
-- Two payments of one appointment are never under way at the same time: that is how it could be charged twice.
CREATE UNIQUE INDEX payment_one_under_way ON payment (appointment_id) WHERE status IN ('processing', 'requires-action');
-- What was paid for an appointment: asked by every payment and every cancellation.
CREATE INDEX idx_payments_appointment_id ON payment (appointment_id);
-- A shop's list, newest first.
CREATE INDEX payment_shop ON payment (shop_id, created_at DESC, id DESC);
-- A client's own list, newest first.
CREATE INDEX payment_client ON payment (client_id, created_at DESC, id DESC) WHERE client_id IS NOT NULL;

CREATE TABLE refund (
    id             uuid        PRIMARY KEY,
    payment_id     uuid        NOT NULL REFERENCES payment,
    shop_id        uuid        NOT NULL,
    amount         bigint      NOT NULL CHECK (amount > 0),
    currency       text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    status         text        NOT NULL CHECK (status IN ('processing', 'succeeded', 'failed')),
    reason         text        NOT NULL,
    cause_event    uuid,                -- the event that asked for it; null when somebody of the shop did
    provider_ref   text,
    request_caller text,
    request_key    text,
    version        bigint      NOT NULL DEFAULT 0,
    created_at     timestamptz NOT NULL,
    settled_at     timestamptz,
    CHECK ((status = 'processing') = (settled_at IS NULL)),
    CHECK ((request_caller IS NULL) = (request_key IS NULL)),
    -- An event refunds a payment once, however often its feed is read.
    UNIQUE (cause_event, payment_id)
);
-- The refunds of a payment, oldest first.
CREATE INDEX refund_payment ON refund (payment_id, created_at, id);
