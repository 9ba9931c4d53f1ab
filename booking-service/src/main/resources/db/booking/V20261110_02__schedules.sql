-- When barbers work, in local times of the shop. An end at or before the start means the next day.
CREATE TABLE working_hours (
    barber_id   uuid     NOT NULL REFERENCES barber (id) ON DELETE CASCADE,
    day_of_week smallint NOT NULL CHECK (day_of_week BETWEEN 1 AND 7),
    starts      time(0)  NOT NULL,
    ends        time(0)  NOT NULL,
    PRIMARY KEY (barber_id, day_of_week, starts)
);

-- A date's own hours, which replace the weekly ones: [{"start": "09:00", "end": "12:00"}]; empty is a day off.
CREATE TABLE date_exception (
    barber_id uuid  NOT NULL REFERENCES barber (id) ON DELETE CASCADE,
    date      date  NOT NULL,
    intervals jsonb NOT NULL CHECK (jsonb_typeof(intervals) = 'array'),
    PRIMARY KEY (barber_id, date)
);

CREATE TABLE time_off (
    id         uuid        PRIMARY KEY,
    barber_id  uuid        NOT NULL REFERENCES barber (id) ON DELETE CASCADE,
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL,
    reason     text        CHECK (length(reason) <= 500),
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK (starts_at < ends_at)
);
-- Asked for with a barber and the range of dates that a client looks at.
CREATE INDEX time_off_of_barber ON time_off (barber_id, ends_at);

-- Days on which the whole shop is closed, both ends included, as local dates.
CREATE TABLE closure (
    id         uuid        PRIMARY KEY,
    shop_id    uuid        NOT NULL,
    first_day  date        NOT NULL,
    last_day   date        NOT NULL,
    reason     text        CHECK (length(reason) <= 500),
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK (first_day <= last_day)
);
CREATE INDEX closure_of_shop ON closure (shop_id, last_day);

-- What a shop demands of bookings. A shop without a row has the defaults.
CREATE TABLE booking_policy (
    shop_id            uuid        PRIMARY KEY,
    min_notice_minutes int         NOT NULL CHECK (min_notice_minutes BETWEEN 0 AND 43200),
    horizon_days       int         NOT NULL CHECK (horizon_days BETWEEN 0 AND 730),
    slot_step_minutes  int         NOT NULL CHECK (slot_step_minutes BETWEEN 1 AND 1440),
    hold_minutes       int         NOT NULL CHECK (hold_minutes BETWEEN 1 AND 1440),
    reminder_hours     int[]       NOT NULL CHECK (cardinality(reminder_hours) <= 5),
    quiet_from         time(0)     NOT NULL,
    quiet_to           time(0)     NOT NULL,
    cancellation       jsonb       NOT NULL,
    version            bigint      NOT NULL DEFAULT 1,
    updated_at         timestamptz NOT NULL DEFAULT now()
);
