"""Compile an operation into one SQL statement, and turn the rows of that statement into the bytes of the answer."""
