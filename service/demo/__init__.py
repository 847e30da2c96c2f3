"""Fictitious people and houses for the demo and the tests; nothing here belongs to anybody."""
