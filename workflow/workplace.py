"""Workplace: where people work under a contract. Employees and the workplace itself see its contact person."""

from workflow.reference_data import reference_data_workflow

workplace = reference_data_workflow(
    "workplace",
    keepers="supervisor administrator",
    contact="employee workplace",
)
