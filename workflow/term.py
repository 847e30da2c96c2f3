"""
Term, service type: the vocabularies and the versioned rules of services, reviewed by a second person; never deleted.

What is in force is called ACTIVE, as for everything else that records refer to; an edit goes through a working copy.
"""

from workflow.published import published

term = published("term", current="ACTIVE")
service_type = published("service_type", current="ACTIVE")
