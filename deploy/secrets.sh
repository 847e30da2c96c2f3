#!/usr/bin/env bash
# Make the secrets of docker-compose.yml in ./secrets, each once: what exists is never replaced. Safe to repeat.
# Compose mounts each file with the mode that it has here, into containers whose users are not yours (10001, 999, 1000).
# So the files may be read by everybody, and the directory entered by you alone: on this machine nobody else reaches
# them, and in a container only those are mounted that its service names. This holds for root and rootless engines.
set -euo pipefail
umask 077
directory=${1:-secrets}
mkdir -p "$directory"
chmod 0700 "$directory"
passwords=(postgres owner app rehearsal keycloak keycloak_admin)
for name in "${passwords[@]/%/_password}" oidc_client_secret; do
  [ -s "$directory/$name" ] || head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n' >"$directory/$name"
done
for name in field_key index_key cursor_key session_key log_key backup_key; do
  [ -s "$directory/$name" ] || { printf '1:'; head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n'; } >"$directory/$name"
done
# The password of your mail server goes into this one; it stays empty where the server asks for none.
[ -e "$directory/smtp_password" ] || : >"$directory/smtp_password"
chmod 0444 "$directory"/*
chmod 0644 "$directory/smtp_password"
echo "The secrets are in $directory. Keep field_key, index_key, log_key and backup_key elsewhere too: without them sealed identity codes and backups are lost."
