"""Who is asking? Tokens, sessions, log-in and log-out; the embedded provider lives below."""
