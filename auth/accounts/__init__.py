"""Accounts, their roles and undertakings, and how credentials become a viewer."""
