-- Authenticator apps (RFC 6238). The secret is encrypted with a key that is not in the database.
CREATE TABLE second_factor (
    account_id uuid        PRIMARY KEY REFERENCES account (id),
    secret     bytea       NOT NULL,
    enabled_at timestamptz,
    -- The time step of the last code that was accepted: a code is good once.
    last_step  bigint      NOT NULL DEFAULT 0
);
-- Codes for the day the phone is lost, as SHA-256; each is good once.
CREATE TABLE recovery_code (
    account_id uuid  NOT NULL REFERENCES second_factor (account_id) ON DELETE CASCADE,
    hash       bytea NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (account_id, hash)
);
