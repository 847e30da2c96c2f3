"""What is governed: the privacy notice with its readers, forms, settings, words in review, the bin."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import models
from models.log import History, SearchEntry, Version
from resolvers.publishing.data_inventory import data_inventory
from resolvers.publishing.question_inventory import question_inventory
from resolvers.writing.assignment import history_value
from service.demo.governance.forms import PUBLISHED_ON, TOLD, add_forms, author_named
from service.demo.landmarks import LANDMARKS
from service.demo.ledger import Author, DemoRow
from service.demo.people.journeys import Journey
from service.demo.stage import DemoStage
from workflow.roles import AccountKind

READERS = 12  # employees who have acknowledged the notice


def add_governed_content(stage: DemoStage, journeys: Sequence[Journey]) -> None:
    """Add the governed content; the first journey is that of the trainee who can log in."""
    add_forms(stage, [j for j in journeys if j.relationship is not None and j.state == "ACTIVE"])
    _notice(stage)
    _words(stage)
    _law(stage)
    stage.ledger.add(
        "setting", "IN_FORCE", stage.at(PUBLISHED_ON), author_named(stage, "administrator"), landmark="setting"
    )
    _mistakes(stage, journeys[0])


def _notice(stage: DemoStage) -> None:
    at, officer, manager = (
        stage.at(PUBLISHED_ON),
        author_named(stage, "privacy_officer"),
        author_named(stage, "manager"),
    )
    told: dict[str, Any] = {"register_id": stage.register, "texts": TOLD["notice"], "lineage_id": stage.register}
    forms = [row | {"form": row["lineage_id"]} for row in stage.ledger.rows[models.FormTemplate]]
    kept = [*data_inventory(stage.ledger.content_types), *question_inventory(stage.ledger.content_types, forms)]
    for version, state in enumerate(("SUPERSEDED", "PUBLISHED"), start=1):
        effective_on = PUBLISHED_ON + timedelta(days=200 * (version - 1))
        notice = stage.ledger.add(
            "privacy_notice",
            state,
            at,
            officer,
            decided_by=manager,
            **told,
            version=version,
            data_kept=kept[version % 2 :],
            landmark="notice" if version == 2 else None,
            effective_on=effective_on,
            published_at=at,
            published_by=manager.account,
        )
    stage.ledger.add(
        "privacy_notice",
        "IN_REVIEW",
        stage.at(stage.today - timedelta(days=3)),
        author_named(stage, "administrator"),
        landmark="notice_in_review",
        **told,
        copy_of_id=notice["id"],
    )
    link = f"{stage.public_url}/privacy"
    stage.ledger.add(
        "announcement",
        "ANNOUNCED",
        stage.at(stage.today - timedelta(days=4)),
        officer,
        notice_id=notice["id"],
        title_fi="Tietosuojaseloste on julkaistu",
        title_sv="Dataskyddsbeskrivningen har publicerats",
        title_en="The privacy notice was published",
        text_fi=f"Lue se osoitteesta {link} ja kuittaa lukeneesi.",
        text_sv=f"Läs den på {link} och kvittera.",
        text_en=f"Read it at {link} and acknowledge it.",
        starts_on=stage.today - timedelta(days=4),
        ends_before=stage.today + timedelta(days=26),
    )
    staff = [row for row in stage.ledger.rows[models.Account] if row["kind"] == AccountKind.STAFF]
    for account in staff[:READERS]:
        reader = Author(account["id"], account["name"])
        stage.ledger.add(
            "notice_acceptance",
            "ACCEPTED",
            stage.at(stage.today - timedelta(days=2)),
            reader,
            notice_id=notice["id"],
            account_id=reader.account,
        )


def _law(stage: DemoStage) -> None:
    """Let the register keep to a law that the privacy officer wrote, and the administrator propose another."""
    at, manager = stage.at(PUBLISHED_ON), author_named(stage, "manager")
    law = stage.ledger.add(
        "register_law",
        "PUBLISHED",
        at,
        author_named(stage, "privacy_officer"),
        decided_by=manager,
        register_id=stage.register,
        lineage_id=stage.register,
        published_at=at,
        published_by=manager.account,
        basis=TOLD["law"]["published"],
    )
    stage.ledger.add(
        "register_law",
        "IN_REVIEW",
        stage.at(stage.today - timedelta(days=2)),
        author_named(stage, "administrator"),
        landmark="law_in_review",
        register_id=stage.register,
        copy_of_id=law["id"],
        log_mode="PURPOSES",
        basis=TOLD["law"]["proposed"],
    )


def _words(stage: DemoStage) -> None:
    """Let one word in use have a copy that waits for its review, and name another that may be edited."""
    by = author_named(stage, "administrator")
    words = [row for row in stage.ledger.rows[models.Term] if row["vocabulary"] == "relationship_end_reason"]
    word = next(row for row in words if row["id"] != LANDMARKS["term"])
    copied = ("vocabulary", "token", "title_sv", "title_en", "position", "starts_on", "ends_before", "facts")
    same: dict[str, Any] = {name: word[name] for name in copied}
    stage.ledger.add(
        "term",
        "IN_REVIEW",
        stage.at(stage.today - timedelta(days=2)),
        by,
        landmark="term_in_review",
        **same,
        title_fi=f"{word['title_fi']} (tarkennettu)",
        lineage_id=word["id"],
        copy_of_id=word["id"],
    )


def _mistakes(stage: DemoStage, journey: Journey) -> None:
    """Let the coach have deleted one draft by mistake, and have another to delete."""
    at, coach, told = stage.at(stage.today - timedelta(days=1)), journey.coach.author, TOLD["mistake"]
    about: dict[str, Any] = {
        "relationship_id": journey.relationship,
        "client_id": journey.id,
        "unit_id": journey.coach.unit,
        "kind": "CALL",
        "occurred_at": at,
    }
    stage.ledger.add("coaching_note", "DRAFT", at, coach, landmark="note_to_delete", body=told["second"], **about)
    note = stage.ledger.add("coaching_note", "DRAFT", at, coach, body=told["body"], **about)
    _deleted(stage, note, coach, told["comment"])
    stage.ledger.add(
        "bin_item",
        "OWN",
        stage.now,
        coach,
        landmark="bin_item",
        client_id=journey.id,
        unit_id=journey.coach.unit,
        content_type="coaching_note",
        content_id=note["id"],
        purge_on=stage.today + timedelta(days=30),
    )


def _deleted(stage: DemoStage, row: DemoRow, by: Author, comment: str) -> None:
    """Take a row back that was just added, and leave the trail of its deletion."""
    rows = stage.ledger.rows
    rows[models.CoachingNote].remove(row)
    rows[SearchEntry] = [entry for entry in rows[SearchEntry] if entry["object_id"] != row["id"]]
    about = {"noun": "coaching_note", "object_id": row["id"], "revision": 2, "at": stage.now}
    stored = {name: history_value(value) for name, value in row.items()} | {"revision": 2}
    stage.ledger.plain(Version, **about, stored=stored)
    stage.ledger.plain(
        History, **about, actor=by.account, actor_name=by.name, action="DELETE", comment=comment, changes={}
    )
