"""The embedded OpenID provider, for the demo and for small sites without one of their own (decision 0011)."""
