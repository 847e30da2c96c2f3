"""The language of declarations, and the GraphQL types that are generated from them."""
