-- The resource that the platform is tested with.
CREATE TABLE note (
    id         uuid        PRIMARY KEY,
    shop_id    uuid        NOT NULL,
    text       text        NOT NULL,
    version    bigint      NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now()
);
