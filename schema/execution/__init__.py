"""From an HTTP request to the bytes of its answer."""
