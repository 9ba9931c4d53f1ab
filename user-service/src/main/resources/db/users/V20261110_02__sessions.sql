-- A sign-in and all that was refreshed from it. Ending it ends every refresh token of the family.
CREATE TABLE session (
    id           uuid        PRIMARY KEY,
    account_id   uuid        NOT NULL REFERENCES account (id),
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    ended_at     timestamptz,
    end_reason   text        CHECK (end_reason IN ('logout', 'reuse', 'password', 'erased')),
    CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
-- A password change ends the live sessions of an account; the export lists them.
CREATE INDEX session_live ON session (account_id) WHERE ended_at IS NULL;
-- The clean-up walks by age.
CREATE INDEX session_expires_at ON session (expires_at);

-- Refresh tokens as SHA-256 of 256 random bits: a copy of this table signs nobody in. Used ones are kept until they
-- would have expired, because their re-use is what gives a thief away.
CREATE TABLE refresh_token (
    hash       bytea       PRIMARY KEY CHECK (octet_length(hash) = 32),
    session_id uuid        NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
-- Deleting a session finds its tokens.
CREATE INDEX refresh_token_session ON refresh_token (session_id);
-- The clean-up walks by age.
CREATE INDEX refresh_token_expires_at ON refresh_token (expires_at);
