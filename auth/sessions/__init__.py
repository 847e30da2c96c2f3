"""Sessions of browsers: their cookies, their CSRF tokens, their ends."""
