-- What a provider has told us by webhook. Its id makes a repeat harmless.
CREATE TABLE provider_notice (
    event_id    text        PRIMARY KEY CHECK (length(event_id) <= 255),
    type        text        NOT NULL CHECK (length(type) <= 255),
    payment_id  uuid,
    received_at timestamptz NOT NULL DEFAULT now()
);
