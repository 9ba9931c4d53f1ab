-- What happened, written in the transaction in which it happened, and never changed.
-- Readers go by (xid, id) and stop below the oldest running transaction, so an event that commits late is not skipped.
CREATE TABLE outbox (
    id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xid      xid8        NOT NULL DEFAULT pg_current_xact_id(),
    event_id uuid        NOT NULL UNIQUE,
    type     text        NOT NULL,
    subject  text        NOT NULL,
    time     timestamptz NOT NULL DEFAULT now(),
    data     jsonb       NOT NULL
);
-- The order in which the feed is read.
CREATE INDEX outbox_feed ON outbox (xid, id);
