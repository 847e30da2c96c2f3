"""The end of data: candidates, purges, erasure, what remains of an erased person, and the recycle bin."""
