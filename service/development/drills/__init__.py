"""Drills: what people notice when a part fails, tried on a scratch installation with its own processes and database."""
