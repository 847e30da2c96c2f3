"""The embedded OpenID provider, for the demo and for small sites that have no provider (decision 0011)."""
