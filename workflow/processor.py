"""Processor: who handles personal data for the controller, by an agreement. In use or retired; everybody sees it."""

from workflow.reference_data import reference_data_workflow

processor = reference_data_workflow("processor", keepers="administrator privacy_officer")

PROCESSORS_IN_USE_STATES = processor.subset("ACTIVE")
