"""Term, service type: the vocabularies and the versioned rules of services. Retired, never deleted."""

from workflow.kept import kept

term = kept("term")
service_type = kept("service_type")
