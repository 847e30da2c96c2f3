"""The rows of a file: CSV, or a sheet of a workbook, read as texts and guessed nowhere."""
