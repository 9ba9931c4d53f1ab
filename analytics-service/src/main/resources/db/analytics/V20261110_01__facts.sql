-- What the other services have told us, each fact once. Everything else in this schema is computed from these tables.

-- The latest known state of every appointment.
CREATE TABLE appointment_fact (
    appointment_id uuid        PRIMARY KEY,
    shop_id        uuid        NOT NULL,
    -- Grows with every change of the appointment; an older one never replaces a newer one.
    version        bigint      NOT NULL,
    barber_id      uuid        NOT NULL,
    -- The client as the shop knows them: an opaque name, also for guests.
    client_ref     text,
    -- In the words of the booking-service, which may grow new ones.
    status         text        NOT NULL,
    -- Whether it has ever been more than a hold. Only then it is counted.
    counts         boolean     NOT NULL,
    starts_at      timestamptz NOT NULL,
    -- The shop's local date of the start.
    day            date        NOT NULL,
    minutes        int         NOT NULL CHECK (minutes >= 0),
    price          bigint      NOT NULL CHECK (price >= 0)
);
-- Reports list a shop's appointments by day, and a recount walks a shop.
CREATE INDEX appointment_fact_shop_day ON appointment_fact (shop_id, day, starts_at, appointment_id);

-- What is done in a visit, with its weight: which part of the visit's money belongs to it.
CREATE TABLE appointment_service_fact (
    appointment_id uuid   NOT NULL REFERENCES appointment_fact ON DELETE CASCADE,
    position       int    NOT NULL,
    service_id     uuid   NOT NULL,
    minutes        int    NOT NULL CHECK (minutes >= 0),
    -- The weights of the services before it, its own, and those of all: parts of an amount always add up to it.
    weight_before  bigint NOT NULL CHECK (weight_before >= 0),
    weight         bigint NOT NULL CHECK (weight >= 0),
    weight_of_all  bigint NOT NULL CHECK (weight_of_all > 0 AND weight_before + weight <= weight_of_all),
    PRIMARY KEY (appointment_id, position)
);

-- Money that came in. It may be known before its appointment is: the feeds run beside each other.
CREATE TABLE payment_fact (
    payment_id  uuid        PRIMARY KEY,
    -- The appointment it is for; the payment's own id if it is for none.
    visit_id    uuid        NOT NULL,
    shop_id     uuid        NOT NULL,
    -- The shop's local date on which it succeeded.
    day         date        NOT NULL,
    -- Without the tip.
    amount      bigint      NOT NULL CHECK (amount >= 0),
    tip         bigint      NOT NULL CHECK (tip >= 0),
    occurred_at timestamptz NOT NULL
);
-- Rollups are changed visit by visit.
CREATE INDEX payment_fact_visit ON payment_fact (visit_id);
-- A recount walks a shop.
CREATE INDEX payment_fact_shop ON payment_fact (shop_id);

-- Money that went back.
CREATE TABLE refund_fact (
    refund_id   uuid        PRIMARY KEY,
    payment_id  uuid        NOT NULL,
    visit_id    uuid        NOT NULL,
    shop_id     uuid        NOT NULL,
    day         date        NOT NULL,
    amount      bigint      NOT NULL CHECK (amount >= 0),
    occurred_at timestamptz NOT NULL
);
-- As for payments.
CREATE INDEX refund_fact_visit ON refund_fact (visit_id);
CREATE INDEX refund_fact_shop ON refund_fact (shop_id);

-- What barbers and services are called today.
CREATE TABLE barber (
    barber_id uuid PRIMARY KEY,
    shop_id   uuid NOT NULL,
    name      text NOT NULL
);
CREATE TABLE service (
    service_id uuid PRIMARY KEY,
    shop_id    uuid NOT NULL,
    name       text NOT NULL
);

-- Which hours a barber works a week, from a date on until the next row's date.
CREATE TABLE barber_hours (
    shop_id   uuid  NOT NULL,
    barber_id uuid  NOT NULL,
    since     date  NOT NULL,
    -- Monday to Sunday.
    minutes   int[] NOT NULL CHECK (cardinality(minutes) = 7),
    PRIMARY KEY (shop_id, barber_id, since)
);
