"""The import of a spreadsheet: read the file, match columns, validate rows, write in batches, report refusals."""
