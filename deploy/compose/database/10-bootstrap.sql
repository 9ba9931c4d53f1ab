-- Makes a database ready for BookedBarber's services: one login role and one schema each, and nothing shared but
-- the extensions. Run it inside the database, as its owner, as often as you like: it changes nothing twice.
--
-- It sets no passwords. Whoever runs it gives each role one (ALTER ROLE … PASSWORD …), so that this file is the same
-- on a laptop and in production and holds no secret.

-- btree_gist lets an exclusion constraint compare a barber's id and a time range in one index. Creating it takes a
-- right on the database that no service has, so it is made here, in a schema all of them may use and none may change.
CREATE SCHEMA IF NOT EXISTS extensions;
REVOKE ALL ON SCHEMA extensions FROM PUBLIC;
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA extensions;

-- Nobody works in `public`, and nobody connects who is not named below.
REVOKE ALL ON SCHEMA public FROM PUBLIC;

DO $bootstrap$
DECLARE
    service record;
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());

    FOR service IN
        SELECT *
        FROM (VALUES ('user_service', 'users'),
                     ('booking_service', 'booking'),
                     ('payment_service', 'payment'),
                     ('analytics_service', 'analytics')) AS s (role, schema)
    LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = service.role) THEN
            EXECUTE format('CREATE ROLE %I LOGIN', service.role);
        END IF;
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), service.role);
        EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I', service.schema, service.role);
        EXECUTE format('REVOKE ALL ON SCHEMA %I FROM PUBLIC', service.schema);
        EXECUTE format('GRANT USAGE ON SCHEMA extensions TO %I', service.role);

        EXECUTE format('ALTER ROLE %I SET search_path = %I, extensions', service.role, service.schema);
        -- A request that waits longer than this for a row has already lost its client.
        EXECUTE format('ALTER ROLE %I SET lock_timeout = %L', service.role, '3s');
        -- A transaction nobody finishes holds back the event feeds and the vacuum.
        EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = %L', service.role, '60s');
    END LOOP;
END
$bootstrap$;
