"""A whole register for another controller: its objects, history, accounts and files, in one archive."""
