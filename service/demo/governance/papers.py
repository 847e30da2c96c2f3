"""Processors, papers whose original waits, and how clients were told of the privacy notice, in the demo."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from models.attachment import Attachment
from models.client import Client
from models.privacy_notice import PrivacyNotice
from service.demo.context import DemoContext
from service.demo.governance.forms import PUBLISHED_ON, author_of
from service.demo.ledger import DemoRow
from workflow.client import ACTIVE_CLIENT_STATES
from workflow.paper_original import HANDLED_PAPER_STATES, paper_original
from workflow.privacy_notice import (
    DOUBLED_TELLING_STATES,
    NOTICE_IN_FORCE_STATES,
    TOLD_OF_NOTICE_STATES,
    notice_telling,
)
from workflow.processor import PROCESSORS_IN_USE_STATES, processor
from workflow.register_export import DONE_EXPORT_STATES, register_export

_PROCESSORS = (
    ("Esimerkkikonesali Oy", "palvelimet ja varmuuskopiot", "servrar och säkerhetskopior", "servers and backups"),
    ("Esimerkkiposti Oy", "kirjeiden tulostus ja postitus", "utskrift och post", "printing and posting of letters"),
)


def add_processors(demo: DemoContext) -> list[dict[str, str]]:
    """Add a processor in each state, and return what the notice tells of those in use."""
    at, told = demo.at(PUBLISHED_ON), list[dict[str, str]]()
    for state, (name, fi, sv, en) in zip(processor.states, _PROCESSORS, strict=True):
        demo.ledger.add(
            "processor",
            state,
            at,
            author_of(demo, "privacy_officer"),
            register_id=demo.register,
            name=name,
            country="FI",
            task_fi=fi,
            task_sv=sv,
            task_en=en,
            agreement=f"Käsittelysopimus: {name}",
            agreed_on=PUBLISHED_ON,
        )
        if state in PROCESSORS_IN_USE_STATES:
            told.append({"name": name, "country": "FI", "fi": fi, "sv": sv, "en": en})
    return told


def add_papers_and_tellings(demo: DemoContext) -> None:
    """Add a paper, a telling and an export of the register in each state."""
    clients = [row for row in demo.ledger.rows[Client] if row["state"] in ACTIVE_CLIENT_STATES]
    own = [row for row in clients if row["unit_id"] == demo.units[0]]
    _papers(demo, own)
    add_register_exports(demo)
    _tellings(demo, own)


def add_register_exports(demo: DemoContext) -> None:
    """Add an export of the register in each state; the demo keeps no file of one."""
    for number, state in enumerate(register_export.states):
        is_done = state in DONE_EXPORT_STATES
        made: dict[str, Any] = {"lines": 12, "digest": "0" * 64, "done_at": demo.now} if is_done else {}
        demo.ledger.add(
            "register_export",
            state,
            demo.now - timedelta(days=30 - number),
            author_of(demo, "privacy_officer"),
            decided_by=author_of(demo, "manager"),
            trail=False,
            register_id=demo.register,
            receiver="Toinen esimerkkiyhdistys ry",
            basis="Toiminnan siirto, luonnos",
            **made,
        )


def _papers(demo: DemoContext, clients: Sequence[DemoRow]) -> None:
    coach, received = author_of(demo, "coach"), demo.today - timedelta(days=10)
    files = [row["id"] for row in demo.ledger.rows.get(Attachment, [])]
    for number, state in enumerate(paper_original.states):
        is_handled = state in HANDLED_PAPER_STATES
        file = files[number] if number < len(files) else demo.ledger.new_id(demo.at(received))
        handled: dict[str, Any] = {"handled_on": demo.today, "handled_by_name": coach.name} if is_handled else {}
        demo.ledger.add(
            "paper_original",
            state,
            demo.at(received),
            coach,
            client_id=clients[0]["id"],
            unit_id=clients[0]["unit_id"],
            what="Allekirjoitettu sopimus",
            place="Kansio 3",
            attachment=f"attachment_{file.hex}",
            received_on=received,
            due_on=received + timedelta(days=14),
            **handled,
        )


def _tellings(demo: DemoContext, clients: Sequence[DemoRow]) -> None:
    notice = next(row for row in demo.ledger.rows[PrivacyNotice] if row["state"] in NOTICE_IN_FORCE_STATES)
    for state, client in zip(notice_telling.states, clients, strict=False):
        demo.ledger.add(
            "notice_telling",
            state,
            demo.now - timedelta(days=3),
            author_of(demo, "privacy_officer"),
            notice_id=notice["id"],
            client_id=client["id"],
            unit_id=client["unit_id"],
            channel="LETTER",
            told_on=demo.today if state in TOLD_OF_NOTICE_STATES else None,
            trail=state not in DOUBLED_TELLING_STATES,
        )
