"""The coaching group, and who is in it."""

# A declaration is a table: one field, one line.

from datetime import date

import models
from resolvers.declaration import OTHERS
from schema.engine.language import content_type, protected, to_one
from schema.engine.values import Line
from workflow import coaching_group as workflows
from workflow.vocabulary import ADD, MODIFY, SCHEDULE


@content_type(
    model=models.CoachingGroup,
    workflow=workflows.coaching_group,
    plural="coachingGroups",
    titles="Valmennusryhmä|Träningsgrupp|Coaching group",
    default_order="name",
)
class CoachingGroup:
    """People who are coached together. `groupMembers` tells who they are, as far as the caller sees them."""

    unit: object = to_one(
        "unit", "Yksikkö|Enhet|Unit", "The unit that keeps the group.", write=ADD, required=True, filter=True
    )
    name: Line = protected(
        "Nimi|Namn|Name", "What it is called; it names nobody.", write=MODIFY, required=True, order=True, filter=True
    )
    coach: object = to_one(
        "staff_member",
        "Ohjaaja|Ledare|Coach",
        "Who leads the group; that opens nobody's data.",
        write=MODIFY,
        required=True,
        filter=True,
    )
    second_coach: object = to_one(
        "staff_member", "Toinen ohjaaja|Andra ledare|Second coach", "Who leads it too.", write=MODIFY, filter=True
    )


@content_type(
    model=models.GroupMember,
    workflow=workflows.group_member,
    plural="groupMembers",
    titles="Ryhmän jäsen|Gruppmedlem|Group member",
    subject="{}.client_id",
)
class GroupMember:
    """A client in a coaching group for a period. It tells where somebody is, and is seen like the planned days."""

    coaching_group: object = to_one(
        "coaching_group",
        "Valmennusryhmä|Träningsgrupp|Coaching group",
        "In which group.",
        read=SCHEDULE,
        write=ADD,
        required=True,
        filter=True,
        closed_by={"VALID": "END"},
    )
    client: object = to_one(
        "client",
        "Asiakas|Klient|Client",
        "Who is in it.",
        write=ADD,
        required=True,
        filter=True,
        closed_by={"VALID": "END"},
    )
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit of the client.", read=SCHEDULE, filter=True)
    starts_on: date = protected(
        "Alkaa|Börjar|Starts on", "First day.", read=SCHEDULE, write=MODIFY, required=True, personal=OTHERS
    )
    ends_before: date = protected(
        "Päättyy ennen|Slutar före|Ends before",
        "First day on which the person is no longer in it; empty: until further notice.",
        read=SCHEDULE,
        write=MODIFY,
        personal=OTHERS,
    )
