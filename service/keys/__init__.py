"""The change of keys: what is moved to a new key, how far that has come, and which key is still needed."""
