#!/usr/bin/env bash
# Dump the database to $BACKUPS: `once`, or `daily` for ever. A dump counts when it was written whole and can be listed.
# Identity codes stay sealed in it: restoring needs the keys, which are kept elsewhere.
set -euo pipefail
umask 077
PGPASSWORD=$(<"${PASSWORD_FILE:?names the file with the password}")
export PGPASSWORD

dump() {
  local file
  file="${BACKUPS:?names the directory}/polku-$(date -u +%Y%m%dT%H%M%SZ).dump"
  pg_dump --format=custom --file="$file.part"
  pg_restore --list "$file.part" >/dev/null
  mv "$file.part" "$file"
  find "$BACKUPS" -name 'polku-*.dump' -mtime "+${KEEP_DAYS:-14}" -delete
  echo "$file"
}

case ${1:-once} in
  once) dump ;;
  daily) while true; do dump; sleep 86400; done ;;
  *) echo "usage: backup.sh once|daily" >&2; exit 2 ;;
esac
