"""Destination: a host outside this service to which data may be sent. It is in use or retired, and never deleted."""

from workflow.kept import kept

destination = kept("destination", view="employee")

OPEN_DESTINATION_STATES = destination.subset("ACTIVE")
