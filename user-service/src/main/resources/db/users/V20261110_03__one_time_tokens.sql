-- What was mailed to somebody to show that the address is theirs, as SHA-256.
CREATE TABLE one_time_token (
    hash       bytea       PRIMARY KEY CHECK (octet_length(hash) = 32),
    purpose    text        NOT NULL CHECK (purpose IN ('verify-email', 'reset-password')),
    account_id uuid        NOT NULL REFERENCES account (id),
    expires_at timestamptz NOT NULL
);
-- A password reset revokes the account's other tokens.
CREATE INDEX one_time_token_account ON one_time_token (account_id, purpose);
-- The clean-up walks by age.
CREATE INDEX one_time_token_expires_at ON one_time_token (expires_at);
