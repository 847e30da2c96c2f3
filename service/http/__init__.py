"""The middleware of every HTTP request, and the routes that carry files."""
