"""
Term and service type: the vocabularies and the versioned rules of services, reviewed by a second person; never deleted.

The state in force is called ACTIVE, as for all other reference data. Changes are made in a working copy.
"""

from workflow.published import published_workflow, unpublished_states

term = published_workflow("term", current="ACTIVE")
service_type = published_workflow("service_type", current="ACTIVE")

USABLE_TERM_STATES = term.subset("ACTIVE")
PUBLISHED_TERM_STATES = term.subset("ACTIVE RETIRED")  # a retired term or version still reserves its token
OFFERED_SERVICE_STATES = service_type.subset("ACTIVE")
OPEN_TERM_STATES = unpublished_states(term)
PUBLISHED_SERVICE_STATES = service_type.subset("ACTIVE RETIRED")
OPEN_SERVICE_STATES = unpublished_states(service_type)
