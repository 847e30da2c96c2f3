"""The relationship: a client in one register, from start to end; and who stands in for the coach."""

# A declaration is a table: one field, one line.

from datetime import date

import models
from resolvers.declaration import OTHERS
from schema.engine.language import content_type, protected, to_many, to_one
from schema.engine.values import Code
from workflow import relationship as workflows
from workflow.vocabulary import ASSIGN, AUDIT, CARE, MODIFY


@content_type(
    model=models.Relationship,
    workflow=workflows.relationship,
    plural="relationships",
    titles="Asiakkuus|Klientrelation|Relationship",
    subject="{}.client_id",
    default_order="started_on",
    period=("started_on", "ended_on"),
)
class Relationship:
    """A client in one register from start to end; retention counts from its end, and re-entry opens a new one."""

    client: object = to_one(
        "client",
        "Asiakas|Klient|Client",
        "Whose relationship it is.",
        write=ASSIGN,
        required=True,
        filter=True,
        closed_by={"ACTIVE": "END"},
    )
    register: object = to_one(
        "register", "Rekisteri|Register|Register", "In which register.", write=ASSIGN, required=True, filter=True
    )
    unit: object = to_one(
        "unit", "Yksikkö|Enhet|Unit", "The unit that coaches.", write=ASSIGN, required=True, filter=True
    )
    responsible_coach: object = to_one(
        "staff_member",
        "Vastuuvalmentaja|Ansvarig coach|Responsible coach",
        "Whose caseload the client is in.",
        write=ASSIGN,
        required=True,
        filter=True,
    )
    started_on: date = protected(
        "Alkoi|Började|Started on", "First day.", write=MODIFY, required=True, filter=True, order=True, personal=OTHERS
    )
    ended_on: date = protected("Päättyi|Slutade|Ended on", "Last day.", filter=True, personal=OTHERS)
    end_reason: Code = protected(
        "Päättymisen syy|Orsak till avslut|End reason",
        "Why it ended.",
        read=CARE,
        personal=OTHERS,
        vocabulary="relationship_end_reason",
    )
    situation_at_start: Code = protected(
        "Tilanne alussa|Situation vid början|Situation at start",
        "Labour market situation at the start.",
        read=CARE,
        write=MODIFY,
        personal=OTHERS,
        vocabulary="situation",
    )
    situation_at_end: Code = protected(
        "Tilanne lopussa|Situation vid slutet|Situation at end",
        "Labour market situation at the end.",
        read=CARE,
        write=MODIFY,
        personal=OTHERS,
        vocabulary="situation",
    )
    retention_due_on: date = protected(
        "Poistettava|Gallras|Retention due on",
        "First day on which the data must be gone, unless the client comes back or a legal hold stands.",
        read=AUDIT,
        filter=True,
    )
    referral: object = to_one("referral", "Lähete|Remiss|Referral", "The referral it came from.", filter=True)
    programmes: object = to_many(
        "programme", "relationship_id", "Valmennusjaksot|Träningsperioder|Programmes", "Its programmes."
    )
    coaching_notes: object = to_many(
        "coaching_note",
        "relationship_id",
        "Valmennuskirjaukset|Träningsanteckningar|Coaching notes",
        "What is written of the coaching in it.",
    )
    reports: object = to_many(
        "report", "relationship_id", "Raportit|Rapporter|Reports", "What the referring agency is told of it."
    )


@content_type(
    model=models.Substitution,
    workflow=workflows.substitution,
    plural="substitutions",
    titles="Sijaisuus|Vikariat|Substitution",
    subject="{}.client_id",
    rules=("substitute_can_coach",),
)
class Substitution:
    """A coach who covers another's client for a dated period; it ends by itself."""

    client: object = to_one(
        "client",
        "Asiakas|Klient|Client",
        "Whose coach is substituted.",
        write=ASSIGN,
        required=True,
        filter=True,
        closed_by={"VALID": "END"},
    )
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit of the client.", write=ASSIGN, required=True)
    staff_member: object = to_one(
        "staff_member",
        "Sijainen|Vikarie|Substitute",
        "Who stands in: a coach, or a supervisor of the unit.",
        write=ASSIGN,
        required=True,
        filter=True,
    )
    starts_on: date = protected("Alkaa|Börjar|Starts on", "First day.", write=ASSIGN, required=True)
    ends_before: date = protected(
        "Päättyy ennen|Slutar före|Ends before",
        "First day on which it no longer holds; empty: until further notice.",
        write=ASSIGN,
    )
