-- One row per Idempotency-Key that took effect, written by the transaction of the effect itself.
-- The primary key makes a second effect under the same key impossible.
CREATE TABLE idempotency_key (
    caller       text        NOT NULL,
    key          text        NOT NULL CHECK (length(key) <= 255),
    request_hash bytea       NOT NULL,
    status       int,
    headers      jsonb,
    body         text,
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (caller, key)
);
-- The daily clean-up walks by age.
CREATE INDEX idempotency_key_created_at ON idempotency_key (created_at);
