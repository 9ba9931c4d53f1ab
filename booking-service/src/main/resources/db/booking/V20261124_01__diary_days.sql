-- How often what is booked on a barber's local day has changed. What was read of a day stays true while its version does.
-- An appointment belongs to the day on which it starts; a day that never had one has no row.
CREATE TABLE diary_day (
    barber_id uuid   NOT NULL,
    day       date   NOT NULL,
    version   bigint NOT NULL,
    PRIMARY KEY (barber_id, day)
    -- Versions are overwritten in place: no index knows them, and a page keeps room for the next one.
) WITH (fillfactor = 50);

-- By triggers, so that no way of writing an appointment can forget it; per statement, so that a statement that writes many
-- takes the days in one order.
CREATE FUNCTION touch_diary_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO diary_day AS known (barber_id, day, version)
    SELECT barber_id, (starts_at AT TIME ZONE time_zone)::date AS day, 1 FROM touched
    GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (barber_id, day) DO UPDATE SET version = known.version + 1;
    RETURN NULL;
END $$;

-- Only what changes anybody's free time counts: being paid, for example, does not.
CREATE FUNCTION touch_changed_diary_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO diary_day AS known (barber_id, day, version)
    SELECT touched.barber_id, touched.day, 1
    FROM gone JOIN come USING (id) CROSS JOIN LATERAL (VALUES
        (gone.barber_id, (gone.starts_at AT TIME ZONE gone.time_zone)::date),
        (come.barber_id, (come.starts_at AT TIME ZONE come.time_zone)::date)) AS touched (barber_id, day)
    WHERE (gone.barber_id, gone.starts_at, gone.busy, gone.time_zone, gone.status IN ('held', 'confirmed', 'checked-in', 'completed'))
        IS DISTINCT FROM
        (come.barber_id, come.starts_at, come.busy, come.time_zone, come.status IN ('held', 'confirmed', 'checked-in', 'completed'))
    GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (barber_id, day) DO UPDATE SET version = known.version + 1;
    RETURN NULL;
END $$;

CREATE TRIGGER diary_days_of_booked AFTER INSERT ON appointment
    REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION touch_diary_days();
CREATE TRIGGER diary_days_of_changed AFTER UPDATE ON appointment
    REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION touch_changed_diary_days();
CREATE TRIGGER diary_days_of_removed AFTER DELETE ON appointment
    REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION touch_diary_days();

INSERT INTO diary_day (barber_id, day, version)
SELECT DISTINCT barber_id, (starts_at AT TIME ZONE time_zone)::date, 1 FROM appointment;
