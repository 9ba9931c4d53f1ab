-- Sums per shop and local day. They are what dashboards read: as many rows as days, whatever the shop's history.
-- A count below zero would mean that something was taken back that was never counted; it is impossible.

CREATE TABLE day_rollup (
    shop_id        uuid   NOT NULL,
    day            date   NOT NULL,
    booked         int    NOT NULL CHECK (booked >= 0),
    completed      int    NOT NULL CHECK (completed >= 0),
    cancelled      int    NOT NULL CHECK (cancelled >= 0),
    no_show        int    NOT NULL CHECK (no_show >= 0),
    booked_minutes int    NOT NULL CHECK (booked_minutes >= 0),
    gross          bigint NOT NULL CHECK (gross >= 0),
    refunds        bigint NOT NULL CHECK (refunds >= 0),
    tips           bigint NOT NULL CHECK (tips >= 0),
    PRIMARY KEY (shop_id, day)
);

CREATE TABLE barber_day_rollup (
    shop_id        uuid   NOT NULL,
    day            date   NOT NULL,
    barber_id      uuid   NOT NULL,
    booked         int    NOT NULL CHECK (booked >= 0),
    completed      int    NOT NULL CHECK (completed >= 0),
    cancelled      int    NOT NULL CHECK (cancelled >= 0),
    no_show        int    NOT NULL CHECK (no_show >= 0),
    booked_minutes int    NOT NULL CHECK (booked_minutes >= 0),
    gross          bigint NOT NULL CHECK (gross >= 0),
    refunds        bigint NOT NULL CHECK (refunds >= 0),
    tips           bigint NOT NULL CHECK (tips >= 0),
    PRIMARY KEY (shop_id, day, barber_id)
);

CREATE TABLE service_day_rollup (
    shop_id        uuid   NOT NULL,
    day            date   NOT NULL,
    service_id     uuid   NOT NULL,
    booked         int    NOT NULL CHECK (booked >= 0),
    completed      int    NOT NULL CHECK (completed >= 0),
    cancelled      int    NOT NULL CHECK (cancelled >= 0),
    no_show        int    NOT NULL CHECK (no_show >= 0),
    booked_minutes int    NOT NULL CHECK (booked_minutes >= 0),
    gross          bigint NOT NULL CHECK (gross >= 0),
    refunds        bigint NOT NULL CHECK (refunds >= 0),
    tips           bigint NOT NULL CHECK (tips >= 0),
    PRIMARY KEY (shop_id, day, service_id)
);

-- The days on which a client visits. The link to the client's day before makes new, returning and distinct clients of
-- any range a plain count: a client's first day in a range is the one whose link leads out of it.
CREATE TABLE client_day (
    shop_id      uuid NOT NULL,
    client_ref   text NOT NULL,
    day          date NOT NULL,
    visits       int  NOT NULL CHECK (visits >= 0),
    previous_day date CHECK (previous_day < day),
    PRIMARY KEY (shop_id, client_ref, day)
);
-- Counts over a range are answered from the index alone.
CREATE INDEX client_day_range ON client_day (shop_id, day) INCLUDE (previous_day);

-- Grows whenever anything of the shop changes; a copy of a dashboard is good as long as its version is this one.
CREATE TABLE shop_rollup (
    shop_id    uuid        PRIMARY KEY,
    version    bigint      NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now()
);
