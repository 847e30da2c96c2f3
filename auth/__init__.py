"""Who is asking, which roles, which rows, what was disclosed? Policy, identity, log."""
