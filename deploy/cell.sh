#!/usr/bin/env bash
# The roles and the database of one cell, once: SECRETS=/etc/polku/cells/kuopio bash deploy/cell.sh kuopio, as PostgreSQL's
# superuser (PGHOST and PGPASSWORD say where). Each role may connect to the database of its own cell alone. They inherit
# the rights that `migrate` gives to polku_app, which nobody may log in as where there are cells.
set -euo pipefail
cell=${1:?the name of the cell}
[[ $cell =~ ^[a-z][a-z0-9]{0,30}$ ]] || { echo "a name is at most 31 small letters and digits, a letter first" >&2; exit 2; }
secrets=${SECRETS:?the directory of the secrets of the cell}
export CELL=$cell OWNER_PASSWORD APP_PASSWORD REHEARSAL_PASSWORD
OWNER_PASSWORD=$(<"$secrets/owner_password")
APP_PASSWORD=$(<"$secrets/app_password")
REHEARSAL_PASSWORD=$(<"$secrets/rehearsal_password")
# \getenv and not -v: a command line can be read by every process of the machine.
psql -v ON_ERROR_STOP=1 -X -q -U "${PGUSER:-postgres}" -d postgres <<'SQL'
\getenv cell CELL
\getenv owner OWNER_PASSWORD
\getenv app APP_PASSWORD
\getenv rehearsal REHEARSAL_PASSWORD
SELECT 'polku_' || :'cell' AS app_role, 'polku_' || :'cell' || '_owner' AS owner_role,
  'polku_' || :'cell' || '_rehearsal' AS rehearsal_role \gset
SELECT 'CREATE ROLE polku_app NOLOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'polku_app') \gexec
DO $$ BEGIN
  IF (SELECT rolcanlogin FROM pg_roles WHERE rolname = 'polku_app') THEN
    RAISE EXCEPTION 'polku_app may log in: this server has an installation that is no cell; cells need a server of their own';
  END IF;
END $$;
CREATE ROLE :"app_role" LOGIN PASSWORD :'app' IN ROLE polku_app;
CREATE ROLE :"owner_role" LOGIN PASSWORD :'owner';
CREATE ROLE :"rehearsal_role" LOGIN CREATEDB PASSWORD :'rehearsal';
CREATE DATABASE :"cell" OWNER :"owner_role" TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin
  BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C';
REVOKE ALL ON DATABASE :"cell" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"cell" TO :"app_role";
SQL
