#!/usr/bin/env bash
# Back up database and files to $BACKUPS, encrypted: `once`, or `daily` for ever. A backup counts when it has its name.
# Restoring needs the keys and the list of erasures, which are kept elsewhere (docs/retention.md).
set -euo pipefail
umask 077
read -ra command <<<"${COMMAND:-python -m service.commands.cli}"

back_up() {
  "${command[@]}" backup --to "${BACKUPS:?names the directory}"
  find "$BACKUPS" -name 'polku-*.backup' -mtime "+${KEEP_DAYS:-14}" -delete
}

case ${1:-once} in
  once) back_up ;;
  daily) while true; do back_up; sleep 86400; done ;;
  *) echo "usage: backup.sh once|daily" >&2; exit 2 ;;
esac
