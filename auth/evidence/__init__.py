"""Proof that nobody changed the logs: signed checkpoints, and the verification that names every fault."""
