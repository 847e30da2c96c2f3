"""How a question becomes one SQL statement, and its rows the bytes of the answer."""
