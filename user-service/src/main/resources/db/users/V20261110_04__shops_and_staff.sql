CREATE TABLE shop (
    id         uuid        PRIMARY KEY,
    slug       text        NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) BETWEEN 2 AND 60),
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    time_zone  text        NOT NULL,
    currency   text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    address    text        CHECK (length(address) <= 500),
    phone      text        CHECK (length(phone) <= 40),
    version    bigint      NOT NULL,
    created_at timestamptz NOT NULL,
    -- A short name is never taken for an id.
    CHECK (slug !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$')
);
-- The public list goes by age.
CREATE INDEX shop_created_at ON shop (created_at, id);

CREATE TABLE staff_member (
    shop_id    uuid        NOT NULL REFERENCES shop (id),
    account_id uuid        NOT NULL REFERENCES account (id),
    role       text        NOT NULL CHECK (role IN ('owner', 'manager', 'barber', 'receptionist')),
    since      timestamptz NOT NULL,
    PRIMARY KEY (shop_id, account_id)
);
-- A token lists somebody's roles in all shops.
CREATE INDEX staff_member_account ON staff_member (account_id);
-- Who holds a role in a shop: the owners are counted before one of them goes.
CREATE INDEX staff_member_role ON staff_member (shop_id, role);

-- A shop never loses its last owner. Those who take owners away from one shop queue for its row, and each counts what
-- the one before has left: without the lock two owners could remove each other at the same time.
CREATE FUNCTION keep_an_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM shop WHERE id = OLD.shop_id FOR NO KEY UPDATE;
    IF NOT EXISTS (SELECT FROM staff_member WHERE shop_id = OLD.shop_id AND role = 'owner') THEN
        RAISE EXCEPTION 'shop % needs an owner', OLD.shop_id USING ERRCODE = 'BB001';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER staff_member_keep_an_owner_on_update AFTER UPDATE ON staff_member
    FOR EACH ROW WHEN (OLD.role = 'owner' AND NEW.role <> 'owner') EXECUTE FUNCTION keep_an_owner();
CREATE TRIGGER staff_member_keep_an_owner_on_delete AFTER DELETE ON staff_member
    FOR EACH ROW WHEN (OLD.role = 'owner') EXECUTE FUNCTION keep_an_owner();
