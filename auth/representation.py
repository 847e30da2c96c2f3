"""
Which clients a guardian represents in a matter.

The conditions are judged at every read: a representation ends on its last day, on the eighteenth birthday of a minor
and with the client's death, without anything that runs. A minor without a date of birth is represented by nobody.
"""

from models.content import Reach
from workflow.language import Workflow
from workflow.representation import (
    AGE_OF_MAJORITY,
    OF_MINORS,
    PLACES,
    REFUSAL_IN_FORCE_STATES,
    REPRESENTING_STATES,
    RIGHTS_MATTER,
    matter_of,
)
from workflow.vocabulary import Permission

_PLACES = ", ".join(f"'{matter}'" for matter in PLACES)
OF_MINORS_SQL = ", ".join(f"'{right}'" for right in OF_MINORS)
# Whether the representation `v` holds in a matter on a day. `matter` is put in as a literal, and the values are bound.
HOLDS_SQL = (
    f"{REPRESENTING_STATES.sql('v.state')} AND '{{matter}}' = ANY(v.matters)"
    " AND v.valid_from <= {today} AND (v.valid_until IS NULL OR v.valid_until >= {today})"
    f" AND NOT (v.safety_restriction AND '{{matter}}' IN ({_PLACES}))"
    " AND EXISTS (SELECT 1 FROM client m WHERE m.id = v.client_id AND m.died_on IS NULL"
    f" AND (v.kind NOT IN ({OF_MINORS_SQL}) OR m.date_of_birth > {{today}} - interval '{AGE_OF_MAJORITY} years'))"
    " AND NOT EXISTS (SELECT 1 FROM telling_refusal f WHERE f.client_id = v.client_id"
    f" AND {REFUSAL_IN_FORCE_STATES.sql('f.state')} AND '{{matter}}' = ANY(f.matters)"
    " AND (f.representation_id IS NULL OR f.representation_id = v.id))"
)
# A guardian without an account, for whom a package is made, counts by the id of the representation.
_OF_GUARDIAN = "({0}.account_id = {{account}} OR ({0}.account_id IS NULL AND {0}.id = {{account}}))"
REPRESENTED_SQL = f"SELECT v.client_id FROM representation v WHERE {_OF_GUARDIAN.format('v')} AND {HOLDS_SQL}"
# The representations of the same guardian, of before too, of the clients whom the guardian represents now.
ACTED_BY_SQL = (
    f"SELECT o.id FROM representation o WHERE {_OF_GUARDIAN.format('o')} AND o.client_id IN ({REPRESENTED_SQL})"
)


# Whether the guardian `v` of a minor is told what the minor is told: no restriction hides anything from the guardian,
# and the minor keeps nothing back. A letter cannot be cut for its reader, as an answer is.
TOLD_TOO_SQL = (
    f"v.kind IN ({OF_MINORS_SQL}) AND {HOLDS_SQL.format(today='{today}', matter=RIGHTS_MATTER)}"
    " AND NOT v.safety_restriction AND NOT EXISTS (SELECT 1 FROM client m WHERE m.id = v.client_id"
    " AND (m.safety_restriction OR m.processing_restriction)) AND NOT EXISTS (SELECT 1 FROM telling_refusal f"
    f" WHERE f.client_id = v.client_id AND {REFUSAL_IN_FORCE_STATES.sql('f.state')}"
    " AND (f.representation_id IS NULL OR f.representation_id = v.id))"
)


def matter_on_rows(workflow: Workflow, reach: Reach, permission: Permission) -> str:
    """Return the matter to which a permission belongs; a guardian's own acts belong to the matter of their type."""
    return reach.matter if reach.representation else matter_of(workflow, reach.matter, permission)
