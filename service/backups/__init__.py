"""Backups: an encrypted file of the database and of the files, and the way back that forgets whom it must."""
