"""Execute a GraphQL request, from HTTP to the bytes of its answer."""
