"""What surrounds every HTTP request, and the routes that carry files."""
