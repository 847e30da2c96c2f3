"""The worker and what it does on a schedule."""
