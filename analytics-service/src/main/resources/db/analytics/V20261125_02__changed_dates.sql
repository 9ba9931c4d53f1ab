-- Dates on which a barber does not work as in every week: after time off, closures and the date's own hours.
CREATE TABLE barber_date (
    shop_id   uuid NOT NULL,
    barber_id uuid NOT NULL,
    day       date NOT NULL,
    minutes   int  NOT NULL CHECK (minutes >= 0),
    PRIMARY KEY (shop_id, barber_id, day)
);

-- Of when the present picture of a barber's coming dates is: an older one never replaces a newer one.
CREATE TABLE barber_dates_told (
    barber_id uuid        PRIMARY KEY,
    as_of     timestamptz NOT NULL
);
