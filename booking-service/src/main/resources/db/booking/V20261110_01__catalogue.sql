-- What a shop offers and who does it. Shops belong to the user-service; here they are ids.
CREATE TABLE service (
    id                    uuid        PRIMARY KEY,
    shop_id               uuid        NOT NULL,
    name                  text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    category              text        CHECK (length(category) BETWEEN 1 AND 100),
    duration_minutes      int         NOT NULL CHECK (duration_minutes BETWEEN 1 AND 720),
    buffer_before_minutes int         NOT NULL DEFAULT 0 CHECK (buffer_before_minutes BETWEEN 0 AND 240),
    buffer_after_minutes  int         NOT NULL DEFAULT 0 CHECK (buffer_after_minutes BETWEEN 0 AND 240),
    price                 bigint      NOT NULL CHECK (price >= 0),
    currency              text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    deposit_type          text        NOT NULL DEFAULT 'none' CHECK (deposit_type IN ('none', 'fixed', 'percent', 'full')),
    deposit_value         bigint      NOT NULL DEFAULT 0 CHECK (deposit_value >= 0),
    active                boolean     NOT NULL DEFAULT true,
    version               bigint      NOT NULL DEFAULT 0,
    created_at            timestamptz NOT NULL DEFAULT now(),
    CHECK (deposit_type <> 'percent' OR deposit_value <= 100),
    CHECK (deposit_type IN ('fixed', 'percent') OR deposit_value = 0),
    UNIQUE (id, shop_id)
);
-- A shop's catalogue is listed as a whole.
CREATE INDEX service_of_shop ON service (shop_id, created_at, id);

CREATE TABLE barber (
    id           uuid        PRIMARY KEY,
    shop_id      uuid        NOT NULL,
    user_id      uuid,
    display_name text        NOT NULL CHECK (length(display_name) BETWEEN 1 AND 200),
    bio          text        CHECK (length(bio) <= 2000),
    active       boolean     NOT NULL DEFAULT true,
    version      bigint      NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now(),
    UNIQUE (id, shop_id),
    -- One person cannot be two barbers of a shop.
    UNIQUE (shop_id, user_id)
);
-- A shop's barbers are listed and searched for free time together.
CREATE INDEX barber_of_shop ON barber (shop_id, created_at, id);

-- Who does what; both of the same shop. Null means: as the service says.
CREATE TABLE barber_service (
    barber_id        uuid   NOT NULL,
    service_id       uuid   NOT NULL,
    shop_id          uuid   NOT NULL,
    price            bigint CHECK (price >= 0),
    duration_minutes int    CHECK (duration_minutes BETWEEN 1 AND 720),
    PRIMARY KEY (barber_id, service_id),
    FOREIGN KEY (barber_id, shop_id) REFERENCES barber (id, shop_id) ON DELETE CASCADE,
    FOREIGN KEY (service_id, shop_id) REFERENCES service (id, shop_id) ON DELETE CASCADE
);
-- For the foreign key, and for who does a service.
CREATE INDEX barber_service_of_service ON barber_service (service_id);
