"""The forms of the demo: an assessment for coaches, and questions that agencies answer with a referral."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import models
from service.demo.context import DEMO_FOLDER, DemoContext
from service.demo.fixed_ids import FIXED_IDS
from service.demo.ledger import Author, DemoRow
from service.demo.people.cast import cast_member
from service.demo.people.journeys import Journey

GOVERNED_TEXTS = tomllib.loads((DEMO_FOLDER / "governed.toml").read_text("utf-8"))
PUBLISHED_ON = date(2025, 2, 3)
ASKED_FOR = "SOCIAL_REHABILITATION"  # the service whose referrals are sent with answers
# The state of the answers, by the state of their referral.
ANSWER_STATES = {
    "DRAFT": "REFERRAL_DRAFT",
    "RECEIVED": "REFERRAL_SENT",
    "STARTED": "REFERRAL_SENT",
    "REJECTED": "REFERRAL_CLOSED",
    "INFO_REQUESTED": "REFERRAL_ASKED",
}


def add_forms(demo: DemoContext, journeys: Sequence[Journey]) -> None:
    """Add the published forms, and answers in every state."""
    _add_assessments(demo, journeys, _template(demo, "template", "ASSESSMENT", GOVERNED_TEXTS["form"]))
    questions = _template(demo, "referral_questions", "REFERRAL", GOVERNED_TEXTS["questions"])
    questions["for_service_code"] = ASKED_FOR
    _add_referral_answers(demo, questions)


def author_of(demo: DemoContext, username: str) -> Author:
    """Return the account of a person who can log in."""
    name = cast_member(username).name
    account = next(row for row in demo.ledger.rows[models.Account] if row["name"] == name)
    return Author(account["id"], name)


def form_schema(form: Mapping[str, Any]) -> dict[str, Any]:
    """Return the JSON schema of a form of the demo."""
    properties = {
        field["name"]: {"type": field["type"], "x-titles": {code: field[code] for code in ("fi", "sv", "en")}}
        | ({"minimum": 1, "maximum": 5} if field["type"] == "integer" else {"maxLength": 500})
        for field in form["fields"]
    }
    return {"type": "object", "properties": properties, "required": form["required"]}


def _template(demo: DemoContext, fixed_id: str, kind: str, form: Mapping[str, Any]) -> DemoRow:
    at, manager = demo.at(PUBLISHED_ON), author_of(demo, "manager")
    titles = {name: form[name] for name in ("title_fi", "title_sv", "title_en")}
    return demo.ledger.add(
        "form_template",
        "PUBLISHED",
        at,
        author_of(demo, "administrator"),
        decided_by=manager,
        fixed_id=fixed_id,
        kind=kind,
        version=1,
        **titles,
        json_schema=form_schema(form),
        sections=form["sections"],
        lineage_id=FIXED_IDS[fixed_id],
        published_at=at,
        published_by=manager.account,
    )


def _add_assessments(demo: DemoContext, journeys: Sequence[Journey], template: DemoRow) -> None:
    states = ("SUBMITTED", "LOCKED", "DRAFT")
    for number, (journey, answers) in enumerate(zip(journeys, GOVERNED_TEXTS["answers"], strict=False)):
        demo.ledger.add(
            "form_answer",
            states[number],
            demo.at(demo.today - timedelta(days=20)),
            journey.coach.author,
            fixed_id="form_answer" if number == 0 else None,
            template_id=template["id"],
            series_id=template["lineage_id"],
            client_id=journey.id,
            unit_id=journey.coach.unit,
            relationship_id=journey.relationship,
            sections=template["sections"],
            answers=answers,
        )


def _add_referral_answers(demo: DemoContext, template: DemoRow) -> None:
    """Add answers to one referral in each of these states; the draft with a fixed id stays without answers."""
    names = {account["id"]: account["name"] for account in demo.ledger.rows[models.Account]}
    unanswered = FIXED_IDS["referral_draft"]
    for state, answer_state in ANSWER_STATES.items():
        row = next(r for r in demo.ledger.rows[models.Referral] if r["state"] == state and r["id"] != unanswered)
        author = Author(row["created_by"], names[row["created_by"]])
        demo.ledger.add(
            "form_answer",
            answer_state,
            row["modified_at"],
            author,
            trail=False,
            template_id=template["id"],
            series_id=template["lineage_id"],
            client_id=row["client_id"],
            unit_id=row["unit_id"],
            agency_id=row["agency_id"],
            referral_id=row["id"],
            provenance="AUTHORITY",
            sections=template["sections"],
            answers=GOVERNED_TEXTS["referral_answers"],
        )
