"""Content that is reviewed and published: privacy notices, and the inventory of the data that is kept."""
