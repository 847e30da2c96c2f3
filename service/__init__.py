"""The service process: settings, application, commands, embedded database, jobs. Only this package reads the clock."""

__version__ = "0.1.0"  # as in pyproject.toml, which the image does not hold, and CHANGELOG.md
