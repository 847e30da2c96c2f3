"""Guards, effects and rules of accounts: their opening by invitation, granted roles, and the systems of agencies."""
