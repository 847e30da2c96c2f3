"""How data ends: candidates, purges, erasure, what is left, the recycle bin."""
