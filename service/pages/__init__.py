"""The HTML pages for browsers."""
