-- Everybody who can sign in. An erased account keeps its id, so that others' records stay whole, and nothing else.
CREATE TABLE account (
    id             uuid        PRIMARY KEY,
    email          text        CHECK (length(email) BETWEEN 3 AND 254),
    password_hash  text,
    name           text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    phone          text        CHECK (length(phone) <= 40),
    email_verified boolean     NOT NULL DEFAULT false,
    admin          boolean     NOT NULL DEFAULT false,
    created_at     timestamptz NOT NULL,
    erased_at      timestamptz,
    CHECK ((erased_at IS NULL) = (email IS NOT NULL)),
    CHECK ((erased_at IS NULL) = (password_hash IS NOT NULL)),
    CHECK (erased_at IS NULL OR (phone IS NULL AND NOT email_verified AND NOT admin))
);
-- One account per address, however it is spelt; signing in looks it up here.
CREATE UNIQUE INDEX account_email ON account (lower(email));
