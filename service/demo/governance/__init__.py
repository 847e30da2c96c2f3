"""Governed content of the demo: notices, forms, data requests, retention, disclosures."""
