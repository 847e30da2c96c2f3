"""The work behind the API: reads that are compiled to SQL, commands that write, and scheduled jobs."""
