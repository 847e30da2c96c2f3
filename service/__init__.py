"""The service process: settings, application, commands, embedded database, jobs. Only this package reads the clock."""
