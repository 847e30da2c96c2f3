"""Personal data breaches of the demo: a lent account with letters to three persons, and two others."""

from datetime import timedelta
from typing import Any

from models.anomaly import Anomaly
from service.demo.context import DemoContext
from service.demo.ledger import Author, DemoRow
from service.demo.people.journeys import Journey
from workflow.client import ACTIVE_CLIENT_STATES
from workflow.data_breach import ONCE_TOLD_LETTER_STATES, due_at

_WORDS = [
    {
        "language": "fi",
        "nature": "Työntekijän tunnus on ollut toisen henkilön käytössä.",
        "consequences": "Joku voi tietää, että olet valmennuksessa, ja yhteystietosi.",
        "measures": "Tunnus on suljettu. Ole varovainen, jos sinuun otetaan yhteyttä oudosti.",
    },
    {
        "language": "sv",
        "nature": "En anställds konto har använts av någon annan.",
        "consequences": "Någon kan veta att du är i träning, och dina kontaktuppgifter.",
        "measures": "Kontot är stängt. Var försiktig om någon kontaktar dig på ett ovanligt sätt.",
    },
    {
        "language": "en",
        "nature": "The account of an employee was used by somebody else.",
        "consequences": "Somebody may know that you are coached, and how to reach you.",
        "measures": "The account is disabled. Be careful when somebody contacts you in a strange way.",
    },
]
_ASSESSED: dict[str, Any] = {
    "what_happened": "Työntekijä oli lainannut tunnuksensa.",
    "data_categories": "Nimet ja puhelinnumerot",
    "person_categories": "Valmentautujat",
    "consequences": "Yhteystietoja voidaan käyttää väärin.",
    "measures": "Tunnus suljettiin ja salasana vaihdettiin.",
    "risk": "HIGH",
    "risk_reason": "Tieto valmennuksesta on arkaluonteinen.",
    "contact_point": "Tietosuojavastaava, puhelin 015 000 0000, tietosuoja@example.org",
}
_REPORTED: dict[str, Any] = {"authority_reference": "TSV/1234/2026", "delay_reason": "Laajuus selvisi myöhemmin."}
_UNREPORTED: dict[str, Any] = {"risk": "UNLIKELY", "no_report_reason": "Laite oli salattu."}
_ENDED: dict[str, dict[str, Any]] = {
    "ASSESSED": {"risk": "RISK"},
    "NOT_REPORTABLE": _UNREPORTED,
    "PERSONS_TOLD": _REPORTED,
    "CLOSED": _UNREPORTED,
}
_LETTER = "Henkilötietojasi on nähnyt joku, jolla ei ollut siihen oikeutta.\n\nPuhelinnumerosi näkyi."


def add_breaches(demo: DemoContext, journeys: list[Journey], officer: Author) -> None:
    """Add a breach in each state; two are about the looks of the coach with an anomaly, and one has letters."""
    account = next(row["account_id"] for row in demo.ledger.rows[Anomaly] if row["kind"] == "BULK")
    source = {"account_id": account, "starts_at": demo.now - timedelta(days=30), "ends_before": demo.now}
    _breach(demo, "NOTICED", officer, 0, "Lainattu tunnus", fixed_id="breach_noticed", **source, **_ASSESSED)
    breach = _breach(
        demo,
        "REPORTED",
        officer,
        2,
        "Kadonnut puhelin",
        fixed_id="breach_reported",
        authority_reference="TSV/1234/2026",
        persons_found=2,
        letters_drafted=2,
        **source,
        **_ASSESSED,
    )
    active = [journey for journey in journeys if journey.state in ACTIVE_CLIENT_STATES]
    served_here = [journey for journey in active if journey.coach.unit == demo.units[0]]
    told = next(journey for journey in active if journey.id == journeys[0].id)
    others = [journey for journey in served_here if journey.id != told.id]
    for state, journey in zip(("TOLD", "READY", "DRAFT", "NOT_TOLD"), (told, *others), strict=False):
        _letter(demo, breach, journey, state, officer)
    _letter(demo, breach, None, "ERASED", officer)
    for number, state in enumerate(_ENDED):
        _breach(demo, state, officer, 1 + 40 * number, "Salattu muistitikku", **_ASSESSED | _ENDED[state])


def _breach(demo: DemoContext, state: str, officer: Author, days_ago: int, title: str, **more: Any) -> DemoRow:
    noticed = min(demo.at(demo.today - timedelta(days=days_ago), 7), demo.now)
    if "authority_reference" in more:
        more = {"reported_at": noticed + timedelta(hours=30 if days_ago < 3 else 80), **more}
    return demo.ledger.add(
        "data_breach",
        state,
        noticed,
        officer,
        trail=False,
        **{"title": title, "noticed_at": noticed, "due_at": due_at(noticed), "words": _WORDS, **more},
    )


def _letter(demo: DemoContext, breach: DemoRow, journey: Journey | None, state: str, officer: Author) -> None:
    """Add a letter; that of a person who is erased, without a journey, tells no more than that there was one."""
    is_told = state in ONCE_TOLD_LETTER_STATES
    about: dict[str, Any] = {"text": _LETTER} if journey else {}
    if journey:
        about |= {"client_id": journey.id, "unit_id": journey.coach.unit, "person_id": journey.id}
    demo.ledger.add(
        "breach_letter",
        state,
        demo.now,
        officer,
        trail=False,
        breach_id=breach["id"],
        language="fi",
        **about,
        told_how="LETTER" if is_told else None,
        told_on=demo.today if is_told else None,
        fixed_id={"DRAFT": "letter_draft", "READY": "letter_ready"}.get(state),
    )
