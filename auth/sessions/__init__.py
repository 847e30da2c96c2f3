"""Sessions of browsers: their cookie, their CSRF token, their end."""
