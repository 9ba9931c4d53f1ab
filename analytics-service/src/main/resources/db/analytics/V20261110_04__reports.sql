-- Reports that somebody asked for, and what became of them.
CREATE TABLE report (
    id           uuid        PRIMARY KEY,
    shop_id      uuid        NOT NULL,
    type         text        NOT NULL CHECK (type IN ('revenue', 'appointments', 'barbers', 'services')),
    format       text        NOT NULL CHECK (format IN ('csv', 'pdf')),
    from_day     date        NOT NULL,
    to_day       date        NOT NULL CHECK (to_day >= from_day),
    status       text        NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'done', 'failed')),
    progress     int         NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    created_at   timestamptz NOT NULL DEFAULT now(),
    finished_at  timestamptz,
    CHECK ((status IN ('done', 'failed')) = (finished_at IS NOT NULL)),
    CHECK (status <> 'done' OR progress = 100)
);
-- The daily clean-up walks by age.
CREATE INDEX report_created_at ON report (created_at);

-- A report's content in pieces, so that neither writing nor sending one ever holds all of it.
CREATE TABLE report_part (
    report_id uuid  NOT NULL REFERENCES report ON DELETE CASCADE,
    number    int   NOT NULL,
    content   bytea NOT NULL,
    PRIMARY KEY (report_id, number)
);
