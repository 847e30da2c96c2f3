"""What is told of a row by who asks: who may be named, and which sections the caller may read and write."""
