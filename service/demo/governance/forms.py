"""The forms of the demo: an assessment that coaches fill in, and questions that agencies answer with a referral."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import models
from service.demo.landmarks import LANDMARKS
from service.demo.ledger import Author, DemoRow
from service.demo.people.cast import cast_member
from service.demo.people.journeys import Journey
from service.demo.stage import DEMO_FOLDER, DemoStage

TOLD = tomllib.loads((DEMO_FOLDER / "governed.toml").read_text("utf-8"))
PUBLISHED_ON = date(2025, 2, 3)
# What became of the answers, by the state of their referral.
BELONGING = {
    "DRAFT": "REFERRAL_DRAFT",
    "RECEIVED": "REFERRAL_SENT",
    "STARTED": "REFERRAL_SENT",
    "REJECTED": "REFERRAL_CLOSED",
    "INFO_REQUESTED": "REFERRAL_ASKED",
}


def add_forms(stage: DemoStage, journeys: Sequence[Journey]) -> None:
    """Add the published forms and answers in every state."""
    _assess(stage, journeys, _template(stage, "template", "ASSESSMENT", TOLD["form"]))
    _refer(stage, _template(stage, "referral_questions", "REFERRAL", TOLD["questions"]))


def author_named(stage: DemoStage, username: str) -> Author:
    """Return the account of a part of the cast."""
    name = cast_member(username).name
    account = next(row for row in stage.ledger.rows[models.Account] if row["name"] == name)
    return Author(account["id"], name)


def form_schema(form: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of a form of the demo."""
    properties = {
        field["name"]: {"type": field["type"], "x-titles": {code: field[code] for code in ("fi", "sv", "en")}}
        | ({"minimum": 1, "maximum": 5} if field["type"] == "integer" else {"maxLength": 500})
        for field in form["fields"]
    }
    return {"type": "object", "properties": properties, "required": form["required"]}


def _template(stage: DemoStage, landmark: str, kind: str, form: Mapping[str, Any]) -> DemoRow:
    at, manager = stage.at(PUBLISHED_ON), author_named(stage, "manager")
    titles = {name: form[name] for name in ("title_fi", "title_sv", "title_en")}
    return stage.ledger.add(
        "form_template",
        "PUBLISHED",
        at,
        author_named(stage, "administrator"),
        decided_by=manager,
        landmark=landmark,
        kind=kind,
        version=1,
        **titles,
        json_schema=form_schema(form),
        sections=form["sections"],
        lineage_id=LANDMARKS[landmark],
        published_at=at,
        published_by=manager.account,
    )


def _assess(stage: DemoStage, journeys: Sequence[Journey], template: DemoRow) -> None:
    states = ("SUBMITTED", "LOCKED", "DRAFT")
    for number, (journey, answers) in enumerate(zip(journeys, TOLD["answers"], strict=False)):
        stage.ledger.add(
            "form_answer",
            states[number],
            stage.at(stage.today - timedelta(days=20)),
            journey.coach.author,
            landmark="form_answer" if number == 0 else None,
            template_id=template["id"],
            client_id=journey.id,
            unit_id=journey.coach.unit,
            relationship_id=journey.relationship,
            sections=template["sections"],
            answers=answers,
        )


def _refer(stage: DemoStage, template: DemoRow) -> None:
    """Let a referral in each of these states have come with answers; a draft to be answered yet is left as it is."""
    names = {account["id"]: account["name"] for account in stage.ledger.rows[models.Account]}
    left = LANDMARKS["referral_draft"]
    for state, reached in BELONGING.items():
        row = next(r for r in stage.ledger.rows[models.Referral] if r["state"] == state and r["id"] != left)
        author = Author(row["created_by"], names[row["created_by"]])
        stage.ledger.add(
            "form_answer",
            reached,
            row["modified_at"],
            author,
            trail=False,
            template_id=template["id"],
            client_id=row["client_id"],
            unit_id=row["unit_id"],
            agency_id=row["agency_id"],
            referral_id=row["id"],
            provenance="AUTHORITY",
            sections=template["sections"],
            answers=TOLD["referral_answers"],
        )
