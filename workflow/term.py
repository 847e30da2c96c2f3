"""
Term and service type: the vocabularies and the versioned rules of services, reviewed by a second person; never deleted.

The state in force is called ACTIVE, as for all other reference data. Changes are made in a working copy.
"""

from workflow.published import published_workflow, scheduled_states, unpublished_states

term = published_workflow("term", current="ACTIVE", guards="attendance_effects_given", begins=True)
service_type = published_workflow("service_type", current="ACTIVE", guards="service_version_follows", begins=True)

USABLE_TERM_STATES = term.subset("ACTIVE")
PUBLISHED_TERM_STATES = term.subset("ACTIVE RETIRED")  # a retired term or version still reserves its token
ONCE_IN_FORCE_TERM_STATES = term.subset("ACTIVE RETIRED SUPERSEDED")
OFFERED_SERVICE_STATES = service_type.subset("ACTIVE")
SCHEDULED_TERM_STATES = scheduled_states(term)
OPEN_TERM_STATES = unpublished_states(term)
PUBLISHED_SERVICE_STATES = service_type.subset("ACTIVE SCHEDULED RETIRED")
DATED_SERVICE_STATES = service_type.subset("ACTIVE SUPERSEDED SCHEDULED RETIRED")  # each has rules from a day on
ENDED_SERVICE_STATES = service_type.subset("RETIRED")
OPEN_SERVICE_STATES = unpublished_states(service_type)
KNOWN_TERM_STATES = term.subset("ACTIVE SUPERSEDED RETIRED")  # what records of any day may hold
