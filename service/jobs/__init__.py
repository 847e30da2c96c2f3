"""The worker and its scheduled jobs."""
