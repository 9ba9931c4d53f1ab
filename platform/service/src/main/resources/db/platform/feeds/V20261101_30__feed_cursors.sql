-- How far each feed has been taken in; moved by the transaction that writes the effects.
CREATE TABLE feed_cursor (
    source     text        PRIMARY KEY,
    cursor     text        NOT NULL DEFAULT '',
    updated_at timestamptz NOT NULL DEFAULT now()
);
