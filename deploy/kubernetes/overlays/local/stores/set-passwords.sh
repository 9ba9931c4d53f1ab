#!/bin/sh
# Runs once, after bootstrap.sql: gives each role the password from its secret.
set -eu
for role in user booking payment analytics; do
    psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
        -v role="${role}_service" -v password="$(cat "/etc/passwords/$role/password")" <<'SQL'
ALTER ROLE :"role" PASSWORD :'password';
SQL
done
