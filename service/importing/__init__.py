"""How a file that people kept by hand becomes records: read, match columns, validate, write batch by batch, report."""
