"""What the bytes of files may be: every kind that comes in is read here before it is kept. Bytes in, a reason out."""
