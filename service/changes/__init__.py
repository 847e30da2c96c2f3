"""The change feed of this process: one reader of the outbox, and the streams of those who listen."""
