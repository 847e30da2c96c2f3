"""What people asked of the register: requests in every state, what was corrected, left out, and told to recipients."""

from datetime import timedelta
from typing import Any

from service.demo.ledger import Author, DemoRow
from service.demo.people.journeys import Journey
from service.demo.stage import DemoStage
from workflow.data_request import APPEAL, due_on

_OPEN = ("RECEIVED", "IDENTITY_CHECK", "IN_PROGRESS", "EXTENDED")
_NAMED = {"RECEIVED": "request_to_check", "IN_PROGRESS": "request_to_build", "IDENTITY_CHECK": "request_to_refuse"}
DECIDED = ("FULFILLED", "PARTLY", "REFUSED", "WITHDRAWN", "CLOSED")
_TEXT = "Haluan nähdä, mitä minusta on tallennettu."


def ask_of_register(stage: DemoStage, found: list[Journey], officer: Author) -> None:
    """Add a request in each state, one more to extend, and what hangs on them."""
    active = [journey for journey in found if journey.state == "ACTIVE"]
    for number, state in enumerate((*_OPEN, *DECIDED)):
        _request(stage, active[40 + number], state, officer, age=6 + 4 * number, landmark=_NAMED.get(state))
    extended = _request(stage, active[60], "IN_PROGRESS", officer, age=12, landmark="request_to_extend")
    corrected = _request(stage, active[0], "IN_PROGRESS", officer, age=5, kind="RECTIFY")
    for state in ("PROPOSED", "APPLIED", "COMPLETED", "REFUSED", "WITHDRAWN"):
        _correction(stage, active[0], corrected, state, officer)
    for state in ("WITHHELD", "RELEASED"):
        stage.ledger.add(
            "withholding",
            state,
            stage.at(stage.today),
            officer,
            request_id=extended["id"],
            client_id=active[60].id,
            object_ref=f"relationship_{active[60].relationship.hex}" if active[60].relationship else "",
            field_key=None if state == "WITHHELD" else "situationAtStart",
            basis="THIRD_PERSON",
            landmark="withheld" if state == "WITHHELD" else None,
        )
    for state in ("SENT", "ACKNOWLEDGED"):
        stage.ledger.add(
            "disclosure_notice",
            state,
            stage.at(stage.today),
            officer,
            agency_id=active[0].agency,
            kind="CORRECTED",
            client_id=active[0].id,
            request_id=corrected["id"],
            field_keys=["phones"],
            noted_at=stage.now,
            trail=False,
        )


def _request(stage: DemoStage, journey: Journey, state: str, officer: Author, *, age: int, **more: Any) -> DemoRow:
    received = stage.today - timedelta(days=age)
    months = 2 if state == "EXTENDED" else None
    told: dict[str, Any] = {"extension_months": 2, "extension_reason": "COMPLEX"} if months else {}
    if state in DECIDED:
        told |= {"answered_on": stage.today - timedelta(days=1), "answer": "Tiedot on koottu ja toimitettu."}
    if state in {"PARTLY", "REFUSED"}:
        told |= {"refusal_reason": "RIGHT_DOES_NOT_APPLY", "appeal_text": "\n\n".join(APPEAL)}
    if state not in {"RECEIVED", "IDENTITY_CHECK"}:
        told |= {
            "identity_proof": "SEEN_ID",
            "identity_checked_at": stage.at(received, 12),
            "identity_checked_by_name": officer.name,
        }
    coach = journey.coach.author  # what came on paper; the officer types in none
    return stage.ledger.add(
        "data_request",
        state,
        stage.at(received),
        coach,
        decided_by=officer,
        **{
            "client_id": journey.id,
            "entered_by": coach.account,
            "register_id": stage.register,
            "kind": "ACCESS",
            "received_on": received,
            "channel": "LETTER",
            "request_text": _TEXT,
            "due_on": due_on(received, months),
            **told,
            **more,
        },
    )


def _correction(stage: DemoStage, journey: Journey, request: DemoRow, state: str, officer: Author) -> None:
    decided = state not in {"PROPOSED", "WITHDRAWN"}
    stage.ledger.add(
        "rectification",
        state,
        stage.at(stage.today - timedelta(days=3)),
        officer,
        request_id=request["id"],
        client_id=journey.id,
        object_ref=f"client_{journey.id.hex}",
        field_key="phones",
        proposed_value="+358 40 000 0000",
        decided_on=stage.today if decided else None,
        decision_text="Todettu." if decided else None,
        landmark="item_to_apply" if state == "PROPOSED" else None,
    )
