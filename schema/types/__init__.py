"""The declarations of content: one module for each noun, found by its name."""
