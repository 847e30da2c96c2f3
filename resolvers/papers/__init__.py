"""Papers of the coaching: reports, contracts and certificates as PDF, each print a logged look."""
