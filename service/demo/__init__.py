"""Fictitious people and organisations for the demo and the tests."""
