"""The HTML pages a browser opens."""
