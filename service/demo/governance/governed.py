"""Governed content of the demo: the privacy notice with its readers, forms, settings, terms in review, recycle bin."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

import models
from models.agreement_text import UNDERTAKING
from models.log import History, SearchEntry, Version
from models.vocabulary import first_texts
from resolvers.publishing.data_inventory import data_inventory
from resolvers.publishing.question_inventory import question_inventory
from resolvers.writing.assignment import history_value
from service.demo.context import DemoContext
from service.demo.fixed_ids import FIXED_IDS
from service.demo.governance.forms import GOVERNED_TEXTS, PUBLISHED_ON, add_forms, author_of
from service.demo.governance.papers import add_processors
from service.demo.ledger import Author, DemoRow
from service.demo.people.journeys import Journey
from workflow.client import ACTIVE_CLIENT_STATES
from workflow.roles import AccountKind

READERS = 12  # employees who have accepted the notice


def add_governed_content(demo: DemoContext, journeys: Sequence[Journey]) -> None:
    """Add the governed content; the first journey is that of the trainee who can log in."""
    add_forms(demo, [j for j in journeys if j.relationship is not None and j.state in ACTIVE_CLIENT_STATES])
    _notice(demo, add_processors(demo))
    _term_in_review(demo)
    _register_law(demo)
    _agreement_texts(demo)
    demo.ledger.add("setting", "IN_FORCE", demo.at(PUBLISHED_ON), author_of(demo, "administrator"), fixed_id="setting")
    _deleted_drafts(demo, journeys[0])


def _notice(demo: DemoContext, processors: list[dict[str, str]]) -> None:
    at, officer, manager = (
        demo.at(PUBLISHED_ON),
        author_of(demo, "privacy_officer"),
        author_of(demo, "manager"),
    )
    shared: dict[str, Any] = {
        "register_id": demo.register,
        "texts": GOVERNED_TEXTS["notice"],
        "lineage_id": demo.register,
        "processors": processors,
    }
    forms = [row | {"form": row["lineage_id"]} for row in demo.ledger.rows[models.FormTemplate]]
    data_kept = [*data_inventory(demo.ledger.content_types), *question_inventory(demo.ledger.content_types, forms)]
    for version, state in enumerate(("SUPERSEDED", "PUBLISHED"), start=1):
        effective_on = PUBLISHED_ON + timedelta(days=200 * (version - 1))
        notice = demo.ledger.add(
            "privacy_notice",
            state,
            at,
            officer,
            decided_by=manager,
            **shared,
            version=version,
            data_kept=data_kept[version % 2 :],
            fixed_id="notice" if version == 2 else None,
            effective_on=effective_on,
            published_at=at,
            published_by=manager.account,
        )
    _copy_in_review(demo, shared, notice["id"])
    _announcement(demo, officer, notice["id"])
    _acceptances(demo, notice["id"])


def _copy_in_review(demo: DemoContext, shared: dict[str, Any], notice: UUID) -> None:
    """Add the working copy of the notice in force, which is being reviewed."""
    demo.ledger.add(
        "privacy_notice",
        "IN_REVIEW",
        demo.at(demo.today - timedelta(days=3)),
        author_of(demo, "administrator"),
        fixed_id="notice_in_review",
        **shared,
        copy_of_id=notice,
    )


def _announcement(demo: DemoContext, officer: Author, notice: UUID) -> None:
    """Add the announcement of the notice in force."""
    link = f"{demo.public_url}/privacy"
    demo.ledger.add(
        "announcement",
        "ANNOUNCED",
        demo.at(demo.today - timedelta(days=4)),
        officer,
        notice_id=notice,
        title_fi="Tietosuojaseloste on julkaistu",
        title_sv="Dataskyddsbeskrivningen har publicerats",
        title_en="The privacy notice was published",
        text_fi=f"Lue se osoitteesta {link} ja kuittaa lukeneesi.",
        text_sv=f"Läs den på {link} och kvittera.",
        text_en=f"Read it at {link} and acknowledge it.",
        starts_on=demo.today - timedelta(days=4),
        ends_before=demo.today + timedelta(days=26),
    )


def _acceptances(demo: DemoContext, notice: UUID) -> None:
    """Let the first of the staff acknowledge the notice in force."""
    staff = [row for row in demo.ledger.rows[models.Account] if row["kind"] == AccountKind.STAFF]
    for account in staff[:READERS]:
        reader = Author(account["id"], account["name"])
        demo.ledger.add(
            "notice_acceptance",
            "ACCEPTED",
            demo.at(demo.today - timedelta(days=2)),
            reader,
            notice_id=notice,
            account_id=reader.account,
        )


def _register_law(demo: DemoContext) -> None:
    """Add the published rules of the register, by the privacy officer, and a proposed change, by the administrator."""
    at, manager = demo.at(PUBLISHED_ON), author_of(demo, "manager")
    law = demo.ledger.add(
        "register_law",
        "PUBLISHED",
        at,
        author_of(demo, "privacy_officer"),
        decided_by=manager,
        register_id=demo.register,
        lineage_id=demo.register,
        published_at=at,
        published_by=manager.account,
        basis=GOVERNED_TEXTS["law"]["published"],
        absence_statute="UNEMPLOYMENT_SECURITY_ACT",
    )
    demo.ledger.add(
        "register_law",
        "IN_REVIEW",
        demo.at(demo.today - timedelta(days=2)),
        author_of(demo, "administrator"),
        fixed_id="law_in_review",
        register_id=demo.register,
        copy_of_id=law["id"],
        log_mode="PURPOSES",
        basis=GOVERNED_TEXTS["law"]["proposed"],
        absence_statute="UNEMPLOYMENT_SECURITY_ACT",
    )


def _agreement_texts(demo: DemoContext) -> None:
    """Add the texts of undertaking and consents in force, and a new undertaking that is being reviewed."""
    at, manager = demo.at(PUBLISHED_ON), author_of(demo, "manager")
    for kind, text in first_texts().items():
        columns: dict[str, Any] = {f"title_{language}": title for language, title in text.titles.items()}
        columns |= {f"body_{language}": body for language, body in text.bodies.items()} | {"kind": kind}
        id_ = demo.ledger.new_id(at)
        demo.ledger.add(
            "agreement_text",
            "PUBLISHED",
            at,
            author_of(demo, "privacy_officer"),
            decided_by=manager,
            **columns,
            version=text.version,
            starts_on=text.starts_on,
            published_at=at,
            published_by=manager.account,
            id=id_,
            lineage_id=id_,
        )
        if kind == UNDERTAKING:
            copied: dict[str, Any] = {"lineage_id": id_, "copy_of_id": id_, "version": "2027-1"}
            copied["starts_on"] = demo.today + timedelta(days=30)  # nobody is asked while the demo is looked at
            by, sent_at = author_of(demo, "administrator"), demo.at(demo.today - timedelta(days=2))
            demo.ledger.add("agreement_text", "IN_REVIEW", sent_at, by, fixed_id="text_in_review", **columns, **copied)


def _term_in_review(demo: DemoContext) -> None:
    """Add a copy in review of one term that is in use; another term has a fixed id and may be edited."""
    by = author_of(demo, "administrator")
    words = [row for row in demo.ledger.rows[models.Term] if row["vocabulary"] == "relationship_end_reason"]
    word = next(row for row in words if row["id"] != FIXED_IDS["term"])
    copied = ("vocabulary", "token", "title_sv", "title_en", "position", "starts_on", "ends_before", "facts")
    same: dict[str, Any] = {name: word[name] for name in copied}
    demo.ledger.add(
        "term",
        "IN_REVIEW",
        demo.at(demo.today - timedelta(days=2)),
        by,
        fixed_id="term_in_review",
        **same,
        title_fi=f"{word['title_fi']} (tarkennettu)",
        lineage_id=word["id"],
        copy_of_id=word["id"],
    )


def _deleted_drafts(demo: DemoContext, journey: Journey) -> None:
    """Add a draft that the coach has deleted by mistake, and another draft that may be deleted."""
    at, coach, texts = demo.at(demo.today - timedelta(days=1)), journey.coach.author, GOVERNED_TEXTS["mistake"]
    shared: dict[str, Any] = {
        "relationship_id": journey.relationship,
        "client_id": journey.id,
        "unit_id": journey.coach.unit,
        "kind": "CALL",
        "occurred_at": at,
    }
    demo.ledger.add("coaching_note", "DRAFT", at, coach, fixed_id="note_to_delete", body=texts["second"], **shared)
    note = demo.ledger.add("coaching_note", "DRAFT", at, coach, body=texts["body"], **shared)
    _delete(demo, note, coach, texts["comment"])
    demo.ledger.add(
        "bin_item",
        "OWN",
        demo.now,
        coach,
        fixed_id="bin_item",
        client_id=journey.id,
        unit_id=journey.coach.unit,
        content_type="coaching_note",
        content_id=note["id"],
        purge_on=demo.today + timedelta(days=30),
    )


def _delete(demo: DemoContext, row: DemoRow, by: Author, comment: str) -> None:
    """Remove a row that was just added, and add the history of its deletion."""
    rows = demo.ledger.rows
    rows[models.CoachingNote].remove(row)
    rows[SearchEntry] = [entry for entry in rows[SearchEntry] if entry["object_id"] != row["id"]]
    shared = {"noun": "coaching_note", "object_id": row["id"], "revision": 2, "at": demo.now}
    stored = {name: history_value(value) for name, value in row.items()} | {"revision": 2}
    demo.ledger.plain(Version, **shared, stored=stored)
    demo.ledger.plain(
        History, **shared, actor=by.account, actor_name=by.name, action="DELETE", comment=comment, changes={}
    )
