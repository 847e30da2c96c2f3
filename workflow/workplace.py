"""Workplace: where people work under a contract. Employees and the workplace itself see its contact person."""

from workflow.kept import kept

workplace = kept(
    "workplace",
    keepers="supervisor administrator",
    contact="employee workplace",
)
