"""Destination: a host outside this service to which something may be sent. In use or retired, never deleted."""

from workflow.kept import kept

destination = kept("destination", view="employee")

OPEN_DESTINATION_STATES = destination.subset("ACTIVE")
