"""
Data request: RECEIVED → IDENTITY_CHECK → IN_PROGRESS → EXTENDED → FULFILLED | PARTLY | REFUSED → CLOSED; or WITHDRAWN.

A person's request about the register under GDPR articles 15–21. Only the trainee, the guardian who asked for the
trainee, and the privacy officer see it; an employee who entered a request on paper sees it until its processing starts.
A data export is made for the request; what the privacy officer leaves out of it or releases is a `withholding`. Callers
with `contact` may open the export: it reveals where the person is, so a safety restriction masks it too. That of a
guardian is cut for the guardian. Decisions 0064 and 0175.
"""

from datetime import date

from workflow.calendar import months_after, working_day_from
from workflow.client import SAFETY_OF_REQUESTS
from workflow.language import STAYS, Workflow, grants, roles, state, transition
from workflow.titles import Titles

_ASKS = "trainee guardian"
_BOTH = f"{_ASKS} privacy_officer"
_OFFICER = "privacy_officer"
_OPEN = "IN_PROGRESS EXTENDED"
_UNDECIDED = f"RECEIVED IDENTITY_CHECK {_OPEN}"
_ANSWERED = "FULFILLED PARTLY"

ANSWER_MONTHS = 1  # Source: GDPR article 12(3)
MOST_MORE_MONTHS = 2  # Source: GDPR article 12(3), second sentence
REMIND_DAYS = 7
MOST_YEARS_AGO = 10  # a letter found late is entered with its true day; an older one is mostly a mistake in the year

# Included in every refusal. Source: GDPR articles 12(4) and 77; data protection act 1050/2018, section 21.
APPEAL: Titles = (
    (
        "Jos et tyydy ratkaisuun, voit saattaa asian tietosuojavaltuutetun käsiteltäväksi: Tietosuojavaltuutetun"
        " toimisto, PL 800, 00531 Helsinki, puhelinvaihde 029 566 6700, tietosuoja@om.fi, www.tietosuoja.fi. Voit"
        " hakea oikeussuojaa myös tuomioistuimessa. Asian vireillepano tietosuojavaltuutetulle on maksutonta."
    ),
    (
        "Om du inte är nöjd med avgörandet kan du föra ärendet till dataombudsmannen: Dataombudsmannens byrå, PB"
        " 800, 00531 Helsingfors, telefonväxel 029 566 6700, tietosuoja@om.fi, www.tietosuoja.fi. Du kan också söka"
        " rättsskydd i domstol. Det kostar ingenting att föra ärendet till dataombudsmannen."
    ),
    (
        "If you are not satisfied with the decision, you may bring the matter before the Data Protection"
        " Ombudsman: Office of the Data Protection Ombudsman, P.O. Box 800, 00531 Helsinki, Finland, switchboard"
        " +358 29 566 6700, tietosuoja@om.fi, www.tietosuoja.fi. You may also seek a remedy in court. Lodging a"
        " complaint with the Ombudsman is free of charge."
    ),
)


def calendar_due_on(received_on: date, more_months: int | None) -> date:
    """
    Return the day on which the time for the answer ends by the calendar: a month after receipt, and up to two more.

    Source: rule R20.
    """
    return months_after(received_on, ANSWER_MONTHS + (more_months or 0))


def due_on(received_on: date, more_months: int | None) -> date:
    """
    Return the last day for the answer: that of the calendar, or the next working day.

    Source: act 150/1930, section 5; regulation (EEC, Euratom) 1182/71, article 3(4).
    """
    return working_day_from(calendar_due_on(received_on, more_months))


_SEEN = grants(view=_BOTH, care=_BOTH, decision=_OFFICER, contact=_OFFICER, audit=_OFFICER)
_WORKED_ON = _SEEN | grants(modify_care=_OFFICER)
_DECIDED = _SEEN | grants(decision=_BOTH, contact=_BOTH)
_BEFORE_PROCESSING = f"{_BOTH} author"

data_request = Workflow(
    noun="data_request",
    initial="RECEIVED",
    add=roles(f"{_ASKS} coach privacy_officer"),
    states={
        "RECEIVED": state(
            "Vastaanotettu|Mottagen|Received",
            _SEEN,
            view=_BEFORE_PROCESSING,
            care=_BEFORE_PROCESSING,
            add=f"{_ASKS} coach privacy_officer",
            modify="author coach privacy_officer",
        ),
        "IDENTITY_CHECK": state("Henkilöllisyys tarkistetaan|Identiteten kontrolleras|Identity check", _SEEN),
        "IN_PROGRESS": state("Käsittelyssä|Under behandling|In progress", _WORKED_ON),
        "EXTENDED": state("Määräaikaa jatkettu|Tiden förlängd|Extended", _WORKED_ON),
        "FULFILLED": state("Toteutettu|Tillgodosedd|Fulfilled", _DECIDED),
        "PARTLY": state("Toteutettu osittain|Delvis tillgodosedd|Partly fulfilled", _DECIDED),
        "REFUSED": state("Hylätty|Avslagen|Refused", _DECIDED),
        "WITHDRAWN": state("Peruttu|Återtagen|Withdrawn", _DECIDED),
        "CLOSED": state("Suljettu|Avslutad|Closed", _DECIDED),
    },
    transitions={
        "ASK_IDENTITY": transition(
            "Pyydä henkilöllisyys|Be om identitet|Ask for identity", "RECEIVED", "IDENTITY_CHECK", _OFFICER
        ),
        "CONFIRM_IDENTITY": transition(
            "Totea henkilöllisyys|Bekräfta identiteten|Confirm identity",
            "RECEIVED IDENTITY_CHECK",
            "IN_PROGRESS",
            _OFFICER,
            reason="identity_proof",
            guards="proof_was_seen",
            effects="note_identity",
        ),
        "BEGIN": transition(
            "Ota käsittelyyn|Ta till behandling|Begin", "RECEIVED", "IN_PROGRESS", _OFFICER, guards="identity_proven"
        ),
        "EXTEND": transition(
            "Jatka määräaikaa|Förläng tiden|Extend",
            "IN_PROGRESS",
            "EXTENDED",
            _OFFICER,
            comment=True,
            reason="extension_reason",
            guards="extension_in_time",
            effects="extend_request tell_of_extension",
        ),
        "BUILD": transition(
            "Kokoa tiedot|Sammanställ uppgifterna|Build the package",
            _OPEN,
            STAYS,
            _OFFICER,
            guards="identity_proven asks_for_data entered_by_another guardian_in_force",
            effects="build_export tell_of_export",
        ),
        "REVIEW": transition(
            "Avaa koottu aineisto|Öppna materialet|Open the package",
            f"{_OPEN} {_ANSWERED} CLOSED",
            STAYS,
            _OFFICER,
            guards="export_exists export_opens",
            effects="link_package",
        ),
        "COLLECT": transition(
            "Hae tietoni|Hämta mina uppgifter|Collect my data",
            f"{_ANSWERED} CLOSED",
            STAYS,
            _ASKS,
            guards="export_exists export_still_fits",
            effects="link_package",
        ),
        "PROPOSE_ERASURE": transition(
            "Ehdota poistamista|Föreslå radering|Propose the erasure",
            _OPEN,
            STAYS,
            _OFFICER,
            guards="identity_proven asks_for_erasure",
            effects="propose_erasure_of_person",
        ),
        "RESTRICT": transition(
            "Rajoita käsittelyä|Begränsa behandlingen|Restrict processing",
            _OPEN,
            STAYS,
            _OFFICER,
            guards="identity_proven may_restrict",
            effects="restrict_processing",
        ),
        "ANNOUNCE_LIFTING": transition(
            "Ilmoita rajoituksen päättymisestä|Meddela att begränsningen upphör|Announce the lifting",
            f"{_OPEN} {_ANSWERED} REFUSED",
            STAYS,
            _OFFICER,
            comment=True,
            guards="restriction_in_force",
            effects="announce_lifting tell_of_lifting",
        ),
        "LIFT": transition(
            "Poista rajoitus|Häv begränsningen|Lift the restriction",
            f"{_OPEN} {_ANSWERED} REFUSED",
            STAYS,
            _OFFICER,
            guards="restriction_in_force lifting_announced",
            effects="lift_restriction",
        ),
        "FULFIL": transition(
            "Toteuta|Tillgodose|Fulfil",
            _OPEN,
            "FULFILLED",
            _OFFICER,
            guards="identity_proven right_fulfilled",
            effects="answer_request inform_recipients_of_part tell_of_answer",
        ),
        "FULFIL_PARTLY": transition(
            "Toteuta osittain|Tillgodose delvis|Fulfil partly",
            _OPEN,
            "PARTLY",
            _OFFICER,
            comment=True,
            reason="request_refusal",
            guards="identity_proven part_explained",
            effects="answer_request refuse_request inform_recipients_of_part tell_of_answer",
        ),
        "REFUSE": transition(
            "Hylkää|Avslå|Refuse",
            _UNDECIDED,
            "REFUSED",
            _OFFICER,
            comment=True,
            reason="request_refusal",
            guards="refusable",
            effects="answer_request refuse_request refuse_items forget_export cancel_erasure tell_of_answer",
        ),
        "WITHDRAW": transition(
            "Peru pyyntö|Återta begäran|Withdraw",
            _UNDECIDED,
            "WITHDRAWN",
            _BOTH,
            guards="restriction_lifted",
            effects="withdraw_items forget_export cancel_erasure",
        ),
        "CLOSE": transition(
            "Sulje|Avsluta|Close", "FULFILLED PARTLY REFUSED", "CLOSED", _OFFICER, guards="restriction_lifted"
        ),
    },
    restrictions=(SAFETY_OF_REQUESTS,),
    closed_to_new=("WITHDRAWN", "CLOSED"),
)

_WITHHOLDING_SEEN = grants(view=_OFFICER, care=_OFFICER, audit=_OFFICER)

withholding = Workflow(
    noun="withholding",
    initial="WITHHELD",
    add=roles(_OFFICER),
    states={
        "WITHHELD": state("Jätetään pois|Lämnas bort|Withheld", _WITHHOLDING_SEEN, add=_OFFICER, modify_care=_OFFICER),
        "RELEASED": state("Annetaan|Lämnas ut|Released", _WITHHOLDING_SEEN),
    },
    transitions={
        "RELEASE": transition(
            "Anna tieto|Lämna ut|Release", "WITHHELD", "RELEASED", _OFFICER, comment=True, guards="request_is_open"
        ),
        "WITHHOLD": transition(
            "Jätä pois|Lämna bort|Withhold", "RELEASED", "WITHHELD", _OFFICER, comment=True, guards="request_is_open"
        ),
    },
)

# The states in which the privacy officer works on a request.
OPEN_STATES = data_request.subset(_OPEN)
UNDECIDED_STATES = data_request.subset(_UNDECIDED)
DECLINED_STATES = data_request.subset("PARTLY REFUSED")  # the answer gives reasons and instructions for appeal
WITHHELD_STATES = withholding.subset("WITHHELD")
RELEASED_STATES = withholding.subset("RELEASED")
# The kinds of requests that are answered with a data export, and those that may restrict processing (GDPR article 18).
WITH_PACKAGE = frozenset({"ACCESS", "LOG_ACCESS", "PORT"})
RESTRICTING = frozenset({"RESTRICT", "OBJECT", "RECTIFY"})
CLOSED_REQUEST_STATES = data_request.subset("CLOSED")
EXTENDED_REQUEST_STATES = data_request.subset("EXTENDED")
UNPROVEN_REQUEST_STATES = data_request.subset("RECEIVED IDENTITY_CHECK")  # the identity is not proven yet
