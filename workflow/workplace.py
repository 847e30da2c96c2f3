"""Workplace: where people work under a contract. Its contact person is for those who keep contact, and for itself."""

from workflow.kept import kept

workplace = kept(
    "workplace",
    keepers="supervisor administrator",
    contact="employee workplace",
)
