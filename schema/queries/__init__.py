"""Queries and commands that no content type declares."""
