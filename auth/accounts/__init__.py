"""Accounts and what they hold: from a credential to the viewer."""
