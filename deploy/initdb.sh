#!/usr/bin/env bash
# Run once by the PostgreSQL image, as its superuser: the roles, the database, and who may connect to it.
# The application's role owns nothing; `upgrade` gives it its rights table by table.
# polku_rehearsal restores backups into a scratch database of its own, and may not connect to the real one.
set -euo pipefail
secrets=${SECRETS:-/run/secrets}
export OWNER_PASSWORD APP_PASSWORD REHEARSAL_PASSWORD KEYCLOAK_PASSWORD
OWNER_PASSWORD=$(<"$secrets/owner_password")
APP_PASSWORD=$(<"$secrets/app_password")
REHEARSAL_PASSWORD=$(<"$secrets/rehearsal_password")
KEYCLOAK_PASSWORD=$(<"$secrets/keycloak_password")
# \getenv and not -v: a command line can be read by every process of the container.
psql -v ON_ERROR_STOP=1 -X -q -U postgres -d postgres <<'SQL'
\getenv owner OWNER_PASSWORD
\getenv app APP_PASSWORD
\getenv rehearsal REHEARSAL_PASSWORD
\getenv keycloak KEYCLOAK_PASSWORD
CREATE ROLE polku_owner LOGIN PASSWORD :'owner';
CREATE ROLE polku_app LOGIN PASSWORD :'app';
CREATE ROLE polku_rehearsal LOGIN CREATEDB PASSWORD :'rehearsal';
CREATE ROLE keycloak LOGIN PASSWORD :'keycloak';
CREATE DATABASE polku OWNER polku_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'
  LOCALE 'C';
CREATE DATABASE keycloak OWNER keycloak TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'
  LOCALE 'C';
REVOKE ALL ON DATABASE polku FROM PUBLIC;
REVOKE ALL ON DATABASE keycloak FROM PUBLIC;
GRANT CONNECT ON DATABASE polku TO polku_app;
SQL
