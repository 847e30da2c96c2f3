"""Content that is reviewed and published: privacy notices, the law of registers, and the inventory of personal data."""
