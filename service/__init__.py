"""How the process is put together: settings, application, commands, embedded database, and the only clock."""
