"""The proposal: what the provider proposes about a referral, and what the authority decides."""

# A declaration is a table: one field, one line.

from datetime import date, datetime
from enum import Enum

import models
from resolvers.declaration import OTHERS, PartOf
from schema.engine.language import choice, content_type, protected, to_one
from schema.engine.values import Code, LongText, Minutes, Weekday
from workflow.proposal import proposal
from workflow.vocabulary import ADD, CARE, MODIFY, MODIFY_CARE


@choice
class ProposalKind(Enum):
    """What is proposed."""

    START = "Palvelun aloittaminen|Servicen inleds|Start of the service"
    EXTEND = "Jatko|Förlängning|Extension"
    END = "Palvelun päättäminen|Servicen avslutas|End of the service"
    CHANGE_INTENSITY = "Päivien tai tuntien muutos|Ändring av dagar eller timmar|Change of days or hours"
    NOT_RELEVANT = "Palvelu ei sovi|Servicen passar inte|The service is not suitable"
    NO_SHOW = "Ei saapunut, ei tavoitettu|Kom inte, nåddes inte|No show, no contact"


@content_type(
    model=models.Proposal,
    workflow=proposal,
    plural="proposals",
    titles="Ehdotus|Förslag|Proposal",
    subject="coalesce({0}.client_id, {0}.referral_id)",
    part_of=PartOf("referral_id", tuple(proposal.states)),
)
class Proposal:
    """
    What the provider proposes about a referral and its agency decides; both read one history.

    An accepted one is carried out at once where that needs nothing more; otherwise `carriedOutOn` stays empty until the
    next step was taken.
    """

    referral: object = to_one(
        "referral",
        "Lähete|Remiss|Referral",
        "The referral, and the service that started from it.",
        write=ADD,
        required=True,
        filter=True,
        closed_by={},
    )
    client: object = to_one(
        "client", "Asiakas|Klient|Client", "About whom, once the referral is accepted.", filter=True
    )
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit that proposes.", filter=True)
    agency: object = to_one(
        "agency", "Lähettävä taho|Remitterande part|Agency", "The agency that decides.", filter=True
    )
    kind: ProposalKind = protected(
        "Laji|Slag|Kind", "What is proposed.", write=MODIFY, required=True, filter=True, personal=OTHERS
    )
    text: LongText = protected(
        "Perustelut|Motivering|Reasoning",
        "Why; needed before it is sent.",
        read=CARE,
        write=MODIFY_CARE,
        personal=OTHERS,
    )
    starts_on: date = protected(
        "Alkaen|Från|Starts on", "From when it starts.", write=MODIFY, personal=OTHERS, filter=True
    )
    ends_on: date = protected(
        "Asti|Till|Ends on", "The new last day of an extension.", write=MODIFY, personal=OTHERS, filter=True
    )
    days_per_week: Weekday = protected(
        "Päiviä viikossa|Dagar i veckan|Days a week", "The new number of days, 1–7.", write=MODIFY, personal=OTHERS
    )
    minutes_per_day: Minutes = protected(
        "Minuutteja päivässä|Minuter om dagen|Minutes a day",
        "The new length of a day.",
        write=MODIFY,
        personal=OTHERS,
    )
    end_reason: Code = protected(
        "Päättymisen syy|Orsak till slutet|End reason",
        "Why it ends; needed where the end of the service is proposed.",
        read=CARE,
        write=MODIFY,
        personal=OTHERS,
        vocabulary="relationship_end_reason",
    )
    not_relevant_reason: Code = protected(
        "Miksi palvelu ei sovi|Varför servicen inte passar|Not relevant reason",
        "Why it is not suitable.",
        write=MODIFY,
        personal=OTHERS,
        vocabulary="referral_reject_reason",
    )
    sent_at: datetime = protected("Lähetetty|Skickat|Sent at", "When it was sent, UTC.", filter=True, personal=OTHERS)
    decided_at: datetime = protected(
        "Päätetty|Beslutat|Decided at", "When the agency decided, UTC.", filter=True, personal=OTHERS
    )
    decision_reason: Code = protected(
        "Hylkäyksen syy|Orsak till avslaget|Decision reason",
        "Why it was rejected.",
        filter=True,
        personal=OTHERS,
        vocabulary="proposal_reject_reason",
    )
    carried_out_on: date = protected(
        "Toimeenpantu|Verkställt|Carried out on",
        "When what was accepted was done; empty on an accepted one: it is to be carried out.",
        filter=True,
        personal=OTHERS,
    )
