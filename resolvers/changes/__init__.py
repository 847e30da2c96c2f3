"""The change feed: who follows which objects, and what of the outbox each of them may be told."""
