"""Payers: who pays a person's benefit and is told of absences, and what is billed for the service."""
