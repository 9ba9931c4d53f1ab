-- Places kept for people without an account; the token was mailed, its SHA-256 stays here.
CREATE TABLE invitation (
    id         uuid        PRIMARY KEY,
    shop_id    uuid        NOT NULL REFERENCES shop (id),
    email      text        NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
    name       text        CHECK (length(name) BETWEEN 1 AND 200),
    role       text        NOT NULL CHECK (role IN ('owner', 'manager', 'barber', 'receptionist')),
    token_hash bytea       NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
    -- Null for an administrator of the platform.
    invited_by uuid,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    -- Who leaves a shop takes their open invitations along: a dismissed manager must not come back by one.
    FOREIGN KEY (shop_id, invited_by) REFERENCES staff_member (shop_id, account_id) ON DELETE CASCADE
);
-- Inviting somebody again replaces the first invitation.
CREATE UNIQUE INDEX invitation_email ON invitation (shop_id, lower(email));
-- The foreign key looks here when somebody leaves.
CREATE INDEX invitation_invited_by ON invitation (shop_id, invited_by);
-- The clean-up walks by age.
CREATE INDEX invitation_expires_at ON invitation (expires_at);
