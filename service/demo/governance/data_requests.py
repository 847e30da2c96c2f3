"""Data requests of the demo in every state, with corrections, withheld data and notices to recipients."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from service.demo.context import DemoContext
from service.demo.ledger import Author, DemoRow
from service.demo.people.journeys import Journey
from workflow.client import ACTIVE_CLIENT_STATES
from workflow.data_request import (
    APPEAL,
    CLOSED_REQUEST_STATES,
    DECLINED_STATES,
    EXTENDED_REQUEST_STATES,
    UNPROVEN_REQUEST_STATES,
    WITHHELD_STATES,
    calendar_due_on,
    due_on,
)
from workflow.rectification import PROPOSED_RECTIFICATION_STATES, UNDECIDED_RECTIFICATION_STATES
from workflow.request_letter import KEPT_REQUEST_LETTER_STATES, TOLD_REQUEST_LETTER_STATES

_OPEN = ("RECEIVED", "IDENTITY_CHECK", "IN_PROGRESS", "EXTENDED")
_NAMED = {"RECEIVED": "request_to_check", "IN_PROGRESS": "request_to_build", "IDENTITY_CHECK": "request_to_refuse"}
_ANSWERED = ("FULFILLED", "PARTLY", "REFUSED", "CLOSED")
DECIDED = (*_ANSWERED, "WITHDRAWN")
_TEXT = "Haluan nähdä, mitä minusta on tallennettu."
_LETTER = (
    "Lähetit meille pyynnön: Omien tietojen tarkastus. Tarvitsemme lisää aikaa vastataksemme siihen.\n\n"
    "Syy: pyyntö on monimutkainen.\n\nKysymyksiisi vastaa tietosuojavastaava."
)


def add_data_requests(demo: DemoContext, journeys: list[Journey], officer: Author) -> None:
    """Add a request in each state, one more to extend, and the rows that belong to them."""
    active = [journey for journey in journeys if journey.state in ACTIVE_CLIENT_STATES]
    for number, state in enumerate((*_OPEN, *DECIDED)):
        row = _request(demo, active[40 + number], state, officer, age=6 + 4 * number, fixed_id=_NAMED.get(state))
        if state in EXTENDED_REQUEST_STATES:
            _letters(demo, active[40 + number], row, officer)
    extended = _request(demo, active[60], "IN_PROGRESS", officer, age=12, fixed_id="request_to_extend")
    corrected = _request(demo, active[0], "IN_PROGRESS", officer, age=5, kind="RECTIFY")
    for state in ("PROPOSED", "APPLIED", "COMPLETED", "REFUSED", "WITHDRAWN"):
        _rectification(demo, active[0], corrected, state, officer)
    _letter(demo, active[0], corrected, officer, "TOLD", "ANSWER")
    for state in ("WITHHELD", "RELEASED"):
        demo.ledger.add(
            "withholding",
            state,
            demo.at(demo.today),
            officer,
            request_id=extended["id"],
            client_id=active[60].id,
            object_ref=f"relationship_{active[60].relationship.hex}" if active[60].relationship else "",
            field_key=None if state in WITHHELD_STATES else "situationAtStart",
            basis="THIRD_PERSON",
            fixed_id="withheld" if state in WITHHELD_STATES else None,
        )
    for state in ("SENT", "ACKNOWLEDGED"):
        demo.ledger.add(
            "disclosure_notice",
            state,
            demo.at(demo.today),
            officer,
            agency_id=active[0].agency,
            kind="CORRECTED",
            client_id=active[0].id,
            request_id=corrected["id"],
            field_keys=["phones"],
            noted_at=demo.now,
            trail=False,
        )


def add_request_of_guardian(demo: DemoContext, client: UUID, representation: UUID, guardian: Author) -> None:
    """Add what the guardian asked for the person, in the service."""
    received = demo.today - timedelta(days=2)
    demo.ledger.add(
        "data_request",
        "RECEIVED",
        demo.at(received),
        guardian,
        provenance="CLIENT",
        client_id=client,
        representation_id=representation,
        register_id=demo.register,
        kind="ACCESS",
        received_on=received,
        channel="SERVICE",
        request_text="Haluan nähdä, mitä edustettavastani on tallennettu.",
        identity_proof="LOGIN",
        identity_checked_at=demo.at(received),
        calendar_due_on=calendar_due_on(received, None),
        due_on=due_on(received, None),
    )


def _letters(demo: DemoContext, journey: Journey, request: DemoRow, officer: Author) -> None:
    """Add letters that wait until somebody prints and sends them, and one in each other state."""
    _letter(demo, journey, request, officer, "WAITING", "EXTENSION", "letter_to_send")
    _letter(demo, journey, request, officer, "WAITING", "ANSWER", "letter_to_print")
    for state, occasion in (("TOLD", "ANSWER"), ("NOT_SENT", "LIFTING"), ("ERASED", "ANSWER")):
        _letter(demo, journey, request, officer, state, occasion)


def _letter(
    demo: DemoContext,
    journey: Journey,
    request: DemoRow,
    officer: Author,
    state: str,
    occasion: str,
    fixed_id: str | None = None,
) -> None:
    is_told, is_kept = state in TOLD_REQUEST_LETTER_STATES, state in KEPT_REQUEST_LETTER_STATES
    name = f"{journey.person.first_names} {journey.person.last_name}"
    demo.ledger.add(
        "request_letter",
        state,
        demo.at(demo.today),
        officer,
        trail=False,
        request_id=request["id"],
        client_id=journey.id,
        occasion=occasion,
        language="fi",
        text=_LETTER if is_kept else None,
        recipient=f"{name}\nEsimerkkikuja 3\n50100 Mikkeli" if is_kept else None,
        told_how="LETTER" if is_told else None,
        told_on=demo.today if is_told else None,
        told_by_name=officer.name if is_told else None,
        fixed_id=fixed_id,
    )


def _request(demo: DemoContext, journey: Journey, state: str, officer: Author, *, age: int, **more: Any) -> DemoRow:
    received = demo.today - timedelta(days=age)
    months = 2 if state in EXTENDED_REQUEST_STATES else None
    columns: dict[str, Any] = {"extension_months": 2, "extension_reason": "COMPLEX"} if months else {}
    if state in _ANSWERED:
        columns |= {"answered_on": demo.today - timedelta(days=1), "answer": "Tiedot on koottu ja toimitettu."}
    if state in DECLINED_STATES:
        columns |= {"refusal_reason": "RIGHT_DOES_NOT_APPLY", "appeal_text": "\n\n".join(APPEAL)}
    if state not in UNPROVEN_REQUEST_STATES:
        columns |= {
            "identity_proof": "SEEN_ID",
            "identity_checked_at": demo.at(received, 12),
            "identity_checked_by_name": officer.name,
        }
    coach = journey.coach.author  # the coach entered the request from paper; the officer enters none
    return demo.ledger.add(
        "data_request",
        state,
        demo.at(received),
        coach,
        decided_by=officer,
        happened=_happened(state, columns),
        **{
            "client_id": journey.id,
            "entered_by": coach.account,
            "register_id": demo.register,
            "kind": "ACCESS",
            "received_on": received,
            "channel": "LETTER",
            "request_text": _TEXT,
            "calendar_due_on": calendar_due_on(received, months),
            "due_on": due_on(received, months),
            **columns,
            **more,
        },
    )


def _happened(state: str, columns: Mapping[str, Any]) -> dict[str, Any]:
    """Return when a request was taken up, and when it was answered."""
    happened = {"IN_PROGRESS": columns.get("identity_checked_at")}
    if state in _ANSWERED:
        happened |= {"FULFILLED" if state in CLOSED_REQUEST_STATES else state: columns["answered_on"]}
    return {reached: moment for reached, moment in happened.items() if moment}


def _rectification(demo: DemoContext, journey: Journey, request: DemoRow, state: str, officer: Author) -> None:
    decided = state not in UNDECIDED_RECTIFICATION_STATES
    demo.ledger.add(
        "rectification",
        state,
        demo.at(demo.today - timedelta(days=3)),
        officer,
        request_id=request["id"],
        client_id=journey.id,
        object_ref=f"client_{journey.id.hex}",
        field_key="phones",
        proposed_value="+358 40 000 0000",
        decided_on=demo.today if decided else None,
        decision_text="Todettu." if decided else None,
        fixed_id="item_to_apply" if state in PROPOSED_RECTIFICATION_STATES else None,
    )
