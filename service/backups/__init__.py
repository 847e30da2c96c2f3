"""Backups: the database and the files in one encrypted file, and a restore that repeats later erasures."""
