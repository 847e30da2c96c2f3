"""Tokens: random ones, signed ones, and the keys that verify them."""
