"""The coaching note: what is written down of the coaching."""

# A declaration is a table: one field, one line.

from datetime import datetime
from enum import Enum

import models
from resolvers.declaration import OTHERS
from schema.engine.language import choice, content_type, protected, to_many, to_one
from schema.engine.values import Lines, LongText, ids_of
from workflow.afterwards import DOCUMENTATION
from workflow.coaching_note import coaching_note
from workflow.vocabulary import ADD, CARE, MODIFY_CARE, NAME


@choice
class NoteKind(Enum):
    """What a note is about."""

    MEETING = "Tapaaminen|Möte|Meeting"
    CALL = "Puhelu|Samtal|Call"
    OBSERVATION = "Havainto|Observation|Observation"
    NETWORK = "Verkostotapaaminen|Nätverksmöte|Network meeting"
    INCIDENT = "Poikkeama|Avvikelse|Incident"


@choice
class NoteVisibility(Enum):
    """Who reads a signed note."""

    TEAM = "Työryhmä|Teamet|The team"
    SHARED_WITH_TRAINEE = "Jaettu asiakkaalle|Delas med klienten|Shared with the trainee"
    IN_REPORT = "Mukana raportissa|Med i rapporten|In the report"


@content_type(
    model=models.CoachingNote,
    workflow=coaching_note,
    plural="coachingNotes",
    titles="Valmennuskirjaus|Träningsanteckning|Coaching note",
    subject="{}.client_id",
    default_order="occurred_at",
    rules=("shared_with_trainee", "goals_of_client"),
    withheld=("shared_with_id",),
    attachable=CARE,
    attach_with=MODIFY_CARE,
)
class CoachingNote:
    """What happened in the coaching; a draft is its author's alone, and a signed note is only amended. R21."""

    relationship: object = to_one(
        "relationship",
        "Asiakkuus|Klientrelation|Relationship",
        "In which relationship.",
        write=ADD,
        required=True,
        filter=True,
        closed_by={},
        also_in=("ENDED",),
        afterwards=DOCUMENTATION,
    )
    client: object = to_one("client", "Asiakas|Klient|Client", "About whom.", filter=True)
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit that coaches.", filter=True)
    amends: object = to_one(
        "coaching_note",
        "Korjaa|Rättar|Amends",
        "The signed note that this one amends; set by the transition AMEND.",
        filter=True,
    )
    kind: NoteKind = protected(
        "Laji|Slag|Kind", "What it is about; to be signed it has one.", write=MODIFY_CARE, personal=OTHERS, filter=True
    )
    occurred_at: datetime = protected(
        "Ajankohta|Tidpunkt|Occurred at",
        "When it happened, UTC.",
        write=MODIFY_CARE,
        required=True,
        personal=OTHERS,
        filter=True,
        order=True,
    )
    body: LongText = protected(
        "Kirjaus|Anteckning|Body",
        "The note, at most 10,000 characters; a draft may be without.",
        read=CARE,
        write=MODIFY_CARE,
        personal=OTHERS,
        search=True,
        withheld_when="mentions_third_person",
    )
    goal_ids: Lines = protected(
        "Tavoitteet|Mål|Goals",
        "Ids of the goals it is about.",
        read=CARE,
        write=MODIFY_CARE,
        personal=OTHERS,
        value=ids_of("goal"),
    )
    visibility: NoteVisibility = protected(
        "Näkyvyys|Synlighet|Visibility", "Who reads it once it is signed.", write=MODIFY_CARE, filter=True
    )
    mentions_third_person: bool = protected(
        "Mainitsee muun henkilön|Nämner annan person|Mentions a third person",
        "Whether it tells of somebody else; such a note is not shared with the trainee.",
        read=CARE,
        write=MODIFY_CARE,
        personal=OTHERS,
    )
    group_key: str = protected(
        "Ryhmäkirjaus|Gruppanteckning|Group note",
        "The number that notes about one session of a group have alike; `createGroupNote` gives it.",
        read=NAME,
        personal=OTHERS,
        filter=True,
    )
    amendments: object = to_many(
        "coaching_note", "amends_id", "Korjaukset|Rättelser|Amendments", "Notes that amend this one."
    )
