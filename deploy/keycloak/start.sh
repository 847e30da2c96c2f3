#!/usr/bin/env bash
# Start Keycloak with the realm of this folder; passwords come from files and are seen by no process list.
set -euo pipefail
export KC_DB=postgres KC_DB_URL=jdbc:postgresql://db:5432/keycloak KC_DB_USERNAME=keycloak
export KC_HTTP_ENABLED=true KC_PROXY_HEADERS=xforwarded KC_HEALTH_ENABLED=true
export KC_BOOTSTRAP_ADMIN_USERNAME=admin
KC_DB_PASSWORD=$(</run/secrets/keycloak_password)
KC_BOOTSTRAP_ADMIN_PASSWORD=$(</run/secrets/keycloak_admin_password)
POLKU_OIDC_CLIENT_SECRET=$(</run/secrets/oidc_client_secret)
export KC_DB_PASSWORD KC_BOOTSTRAP_ADMIN_PASSWORD POLKU_OIDC_CLIENT_SECRET
exec /opt/keycloak/bin/kc.sh start --import-realm
