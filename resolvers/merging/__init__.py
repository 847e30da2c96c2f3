"""Two clients who are one person: who may be, what a merge would do, the merge, and its undoing."""
