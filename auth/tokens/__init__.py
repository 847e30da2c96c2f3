"""Tokens: random tokens, signed tokens, and the keys that verify them."""
