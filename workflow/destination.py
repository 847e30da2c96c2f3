"""Destination: a host outside this service to which data may be sent. It is in use or retired, and never deleted."""

from workflow.reference_data import reference_data_workflow

destination = reference_data_workflow("destination", view="employee")

OPEN_DESTINATION_STATES = destination.subset("ACTIVE")
