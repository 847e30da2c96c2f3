"""Answer what the API is asked: reads that are compiled to SQL, commands that write, and scheduled work."""
