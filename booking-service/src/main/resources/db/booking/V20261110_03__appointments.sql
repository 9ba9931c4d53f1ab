-- A shop's record of a client: a user of the suite, or a guest who is known by the mail address.
CREATE TABLE client_record (
    id            uuid        PRIMARY KEY,
    shop_id       uuid        NOT NULL,
    user_id       uuid,
    name          text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    email         text        CHECK (length(email) <= 254),
    phone         text        CHECK (length(phone) <= 40),
    time_zone     text,
    notes         text        CHECK (length(notes) <= 2000),
    tags          text[]      NOT NULL DEFAULT '{}' CHECK (cardinality(tags) <= 20),
    reminders_off boolean     NOT NULL DEFAULT false,
    version       bigint      NOT NULL DEFAULT 0,
    created_at    timestamptz NOT NULL DEFAULT now(),
    UNIQUE (id, shop_id),
    -- One record per user and shop; also how a booking finds it.
    UNIQUE (shop_id, user_id)
);
-- One record per guest's address and shop; addresses are kept in lower case.
CREATE UNIQUE INDEX client_record_of_guest ON client_record (shop_id, email) WHERE user_id IS NULL;
-- A new account with a verified address adopts the guests who gave it, in all shops.
CREATE INDEX client_record_by_email ON client_record (email) WHERE user_id IS NULL;
-- Erasing an account finds its records in all shops.
CREATE INDEX client_record_of_user ON client_record (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX client_record_of_shop ON client_record (shop_id, created_at, id);

CREATE TABLE appointment (
    id                uuid        PRIMARY KEY,
    shop_id           uuid        NOT NULL,
    barber_id         uuid        NOT NULL,
    client_record_id  uuid        NOT NULL,
    -- The user it belongs to, and the client as given when it was booked.
    client_id         uuid,
    client_name       text        NOT NULL CHECK (length(client_name) BETWEEN 1 AND 200),
    client_email      text        CHECK (length(client_email) <= 254),
    client_phone      text        CHECK (length(client_phone) <= 40),
    client_time_zone  text,
    -- What was booked, as it was then: [{"serviceId", "name", "price", "durationMinutes"}].
    services          jsonb       NOT NULL CHECK (jsonb_array_length(services) >= 1),
    starts_at         timestamptz NOT NULL,
    ends_at           timestamptz NOT NULL,
    -- The visit with its buffers.
    busy_from         timestamptz NOT NULL,
    busy_to           timestamptz NOT NULL,
    busy              tstzrange   NOT NULL GENERATED ALWAYS AS (tstzrange(busy_from, busy_to, '[)')) STORED,
    time_zone         text        NOT NULL,
    status            text        NOT NULL
        CHECK (status IN ('held', 'confirmed', 'checked-in', 'completed', 'cancelled', 'no-show', 'expired')),
    hold_expires_at   timestamptz,
    currency          text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    price             bigint      NOT NULL CHECK (price >= 0),
    deposit           bigint      NOT NULL CHECK (deposit BETWEEN 0 AND price),
    paid              bigint      NOT NULL DEFAULT 0 CHECK (paid >= 0),
    refund            bigint      CHECK (refund >= 0),
    fee               bigint      CHECK (fee >= 0),
    -- The policy in force when it was booked is the one that counts.
    cancellation      jsonb       NOT NULL,
    -- Whether the shop chose the barber.
    any_barber        boolean     NOT NULL DEFAULT false,
    notes             text        CHECK (length(notes) <= 2000),
    version           bigint      NOT NULL DEFAULT 1,
    created_at        timestamptz NOT NULL,
    FOREIGN KEY (barber_id, shop_id) REFERENCES barber (id, shop_id),
    FOREIGN KEY (client_record_id, shop_id) REFERENCES client_record (id, shop_id),
    CHECK (busy_from <= starts_at AND starts_at < ends_at AND ends_at <= busy_to),
    -- Who looks for what overlaps a range need not look further back than this.
    CHECK (busy_to - busy_from <= interval '2 days'),
    CHECK (status <> 'held' OR hold_expires_at IS NOT NULL),
    -- The promise of the whole service: nobody is ever booked twice.
    CONSTRAINT appointment_never_overlaps EXCLUDE USING gist (barber_id WITH =, busy WITH &&)
        WHERE (status IN ('held', 'confirmed', 'checked-in', 'completed'))
);
-- Everything by time, for the platform's administrators.
CREATE INDEX appointment_by_start ON appointment (starts_at, id);
-- A shop's calendar.
CREATE INDEX appointment_of_shop ON appointment (shop_id, starts_at, id);
-- A barber's calendar, and what availability reads: a barber's busy times of a range.
CREATE INDEX appointment_of_barber ON appointment (barber_id, starts_at, id);
-- "My appointments".
CREATE INDEX appointment_of_client ON appointment (client_id, starts_at, id) WHERE client_id IS NOT NULL;
-- A client's visits in the shop's record.
CREATE INDEX appointment_of_client_record ON appointment (client_record_id, starts_at);
-- What is in a state: today's no-shows, holds that should have ended.
CREATE INDEX appointment_by_status ON appointment (status, starts_at, id);
-- When a barber was last chosen by the shop.
CREATE INDEX appointment_last_assigned ON appointment (barber_id, created_at) WHERE any_barber;

-- Who moved an appointment, when, from which state to which, and why. Written once, never changed.
CREATE TABLE appointment_audit (
    id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    appointment_id uuid        NOT NULL REFERENCES appointment (id),
    at             timestamptz NOT NULL,
    -- A user's id, "guest", or the service that did it by itself.
    actor          text        NOT NULL,
    action         text        NOT NULL,
    from_status    text,
    to_status      text        NOT NULL,
    reason         text,
    version        bigint      NOT NULL
);
CREATE INDEX appointment_audit_of_appointment ON appointment_audit (appointment_id, id);

-- Payments that were counted. The key makes counting one twice impossible.
CREATE TABLE appointment_payment (
    payment_id     uuid        PRIMARY KEY,
    appointment_id uuid        NOT NULL REFERENCES appointment (id),
    amount         bigint      NOT NULL CHECK (amount >= 0),
    refunded       bigint      NOT NULL DEFAULT 0 CHECK (refunded BETWEEN 0 AND amount),
    occurred_at    timestamptz NOT NULL
);
CREATE INDEX appointment_payment_of_appointment ON appointment_payment (appointment_id);

-- Refunds that were counted, likewise.
CREATE TABLE appointment_refund (
    refund_id  uuid   PRIMARY KEY,
    payment_id uuid   NOT NULL REFERENCES appointment_payment (payment_id),
    amount     bigint NOT NULL CHECK (amount >= 0)
);

-- Mails about appointments that were put into the queue. The key makes asking for one twice impossible.
CREATE TABLE appointment_notice (
    appointment_id uuid        NOT NULL REFERENCES appointment (id),
    -- Such as "confirmed-2" (version) or "reminder-24" with the start it speaks of.
    kind           text        NOT NULL,
    queued_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (appointment_id, kind)
);

-- Calendars to subscribe to. Who knows the secret can read; only its hash is kept.
CREATE TABLE calendar_feed (
    id          uuid        PRIMARY KEY,
    secret_hash bytea       NOT NULL UNIQUE,
    -- Whose appointments: a barber's or a client's.
    barber_id   uuid        REFERENCES barber (id),
    client_id   uuid,
    created_by  uuid        NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    CHECK (num_nonnulls(barber_id, client_id) = 1)
);
CREATE INDEX calendar_feed_of_creator ON calendar_feed (created_by);
