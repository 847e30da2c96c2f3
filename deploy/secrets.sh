#!/usr/bin/env bash
# Make the secrets of docker-compose.yml in ./secrets, each once: what exists is never replaced.
set -euo pipefail
umask 077
directory=${1:-secrets}
mkdir -p "$directory"
for name in postgres_password owner_password app_password keycloak_password keycloak_admin_password oidc_client_secret; do
  [ -s "$directory/$name" ] || head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n' >"$directory/$name"
done
for name in field_key index_key cursor_key session_key log_key backup_key; do
  [ -s "$directory/$name" ] || { printf '1:'; head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n'; } >"$directory/$name"
done
echo "The secrets are in $directory. Keep field_key, index_key and backup_key elsewhere too: without them sealed identity codes and backups are lost."
