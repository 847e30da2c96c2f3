"""
Term, service type: the vocabularies and the versioned rules of services, reviewed by a second person; never deleted.

What is in force is called ACTIVE, as for everything else that records refer to; an edit goes through a working copy.
"""

from workflow.published import published_workflow

term = published_workflow("term", current="ACTIVE")
service_type = published_workflow("service_type", current="ACTIVE")
