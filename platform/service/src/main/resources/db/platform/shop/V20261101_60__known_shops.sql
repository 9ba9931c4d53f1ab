-- What the user-service has told us about shops. A copy: it can be rebuilt from the feed.
CREATE TABLE known_shop (
    id        uuid   PRIMARY KEY,
    slug      text   NOT NULL,
    name      text   NOT NULL,
    time_zone text   NOT NULL,
    currency  text   NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    address   text,
    phone     text,
    version   bigint NOT NULL
);
