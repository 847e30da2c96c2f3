"""Checks, tests and generated documents, for developers."""
