"""The routes and pages of log-in and log-out."""
