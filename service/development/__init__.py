"""Checks, tests and generated documents, for whoever changes the code."""
