"""The printed contract: parties, period, week and terms in the person's language, and signatures or lines for them."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

import orjson

from auth.processing import CONTENTS
from models.agreement_text import BEGUN_TEXTS, CONTRACT
from models.vocabulary import first_texts
from resolvers.casework.contracts import parties_of
from resolvers.catalogues import translated
from resolvers.context import CommandContext
from resolvers.declaration import ContentTypes, Field
from resolvers.papers.looks import Paper, look_at_paper, title_of
from resolvers.printing.dates import day_text, moment_text, period_text, weekly_slot_text
from resolvers.printing.document import Document, bullets, facts, heading, note, paragraph, signature_lines, table
from resolvers.printing.typesetting import pdf_of
from workflow.contract import PRINTED_CONTRACT_STATES
from workflow.titles import LANGUAGES
from workflow.vocabulary import CARE, SCHEDULE

_TEXT = "SELECT t.* " + BEGUN_TEXTS.format(day="first.day", condition=f"t.kind = '{CONTRACT}'", order="")
_LANGUAGED = ", ".join(
    f"terms.title_{n} AS terms_title_{n}, terms.body_{n} AS terms_body_{n}, s.title_{n} AS service_{n}"
    for n in LANGUAGES
)
CONTRACT_PAPER = Paper(
    noun="contract",
    states=PRINTED_CONTRACT_STATES,
    permissions=(CARE, SCHEDULE),
    columns=(
        "t.starts_on, t.ends_on, t.version, t.weekly_pattern::text AS weekly_pattern, t.tasks,"
        f" t.signatures::text AS signatures, w.name AS workplace, terms.version AS terms_version, {_LANGUAGED}"
    ),
    fields=tuple(
        f"Contract.{key}" for key in ("startsOn", "endsOn", "weeklyPattern", "tasks", "signatures", "workplace")
    ),
    joins=(
        " JOIN programme p ON p.id = t.programme_id JOIN service_type s ON s.id = p.service_type_id"
        " LEFT JOIN workplace w ON w.id = t.workplace_id CROSS JOIN LATERAL (SELECT t.starts_on AS day) first"
        f" LEFT JOIN LATERAL ({_TEXT}) terms ON TRUE"
    ),
)


async def printed_contract(context: CommandContext, contract: UUID) -> bytes | None:
    """Return a contract as PDF, from the day on which signatures are asked for; None when this viewer may not."""
    row = await look_at_paper(context, CONTRACT_PAPER, contract)
    if row is None:
        return None
    return await CONTENTS.run(pdf_of, contract_document(context.content_types, row), int(context.now.timestamp()))


def contract_document(types: ContentTypes, row: Mapping[str, Any]) -> Document:
    """Return the document of a contract: who agrees on what, under which terms, and who has signed."""
    say, type_ = row["language"], types["contract"]
    title = type_.titles[LANGUAGES.index(say)]
    week = [weekly_slot_text(slot, say) for slot in orjson.loads(row["weekly_pattern"])]
    tasks = [heading(title_of(type_, "tasks", say)), paragraph(row["tasks"])] if row["tasks"] else []
    return Document(
        language=say,
        title=title,
        footer=translated("Confidential. Contains personal data.", say),
        page_word=translated("Page", say),
        blocks=[
            facts(_facts(types, row)),
            heading(title_of(type_, "weekly_pattern", say)),
            bullets(week),
            *tasks,
            *_terms(row),
            heading(title_of(type_, "signatures", say)),
            *_signatures(type_.fields["signatures"], row),
        ],
        author=row["organisation"],
        subject=title,
    )


def _facts(types: ContentTypes, row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the parties, the service, the period, and which version of the contract it is."""
    say, parties = row["language"], types["contract"].fields["signatures"].member_choices["party"]
    named = {"CLIENT": row["person"], "PROVIDER": row["workplace"], "ARRANGER": f"{row['organisation']}, {row['unit']}"}
    version = [(title_of(types["contract"], "version", say), str(row["version"]))] if row["version"] > 1 else []
    return [
        *((titles[LANGUAGES.index(say)], named[party]) for party, titles in parties.items() if named[party]),
        (title_of(types["programme"], "service_type", say), row[f"service_{say}"]),
        (translated("Period", say), period_text(row["starts_on"], row["ends_on"], say)),
        *version,
    ]


def _terms(row: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the terms in force on the first day; none of a contract that began before there were any."""
    say = row["language"]
    terms = _terms_of(row, say)
    if terms is None:
        return
    title, body, version = terms
    yield heading(title)
    yield from (paragraph(part) for part in body.strip().split("\n\n"))
    yield note(translated("Version %(version)s of the terms", say, version=version))


def _terms_of(row: Mapping[str, Any], say: str) -> tuple[str, str, str] | None:
    """Return title, text and version of the terms; where none is stored, those that come with the service."""
    if row["terms_version"] is not None:
        return row[f"terms_title_{say}"], row[f"terms_body_{say}"], row["terms_version"]
    first = first_texts()[CONTRACT]
    begins: date = row["starts_on"]
    return (first.titles[say], first.bodies[say], first.version) if first.starts_on <= begins else None


def _signatures(field: Field, row: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the table of those who have signed, then lines for each party that has not."""
    say = row["language"]
    titles = {name: words[LANGUAGES.index(say)] for name, words in field.member_titles.items()}
    words = {
        member: {token: of[LANGUAGES.index(say)] for token, of in choices.items()}
        for member, choices in field.member_choices.items()
    }
    signed = orjson.loads(row["signatures"])
    members = ("party", "name", "method", "signedAt", "signedOn", "seenBy")
    if signed:
        yield table([titles[m] for m in members], [[_cell(s, m, words, say) for m in members] for s in signed])
    missing = parties_of(row["workplace"]) - {signature["party"] for signature in signed}
    labels = [translated("Place and day", say), translated("Signature and name in print", say)]
    for party in (party for party in words["party"] if party in missing):
        yield signature_lines(words["party"][party], labels)


def _cell(signature: Mapping[str, Any], member: str, words: Mapping[str, Mapping[str, str]], say: str) -> str:
    value = signature.get(member)
    if value is None:
        return ""
    if member == "signedAt":
        return moment_text(datetime.fromisoformat(str(value)), say)
    if member == "signedOn":
        return day_text(date.fromisoformat(str(value)), say)
    return words[member][value] if member in words else str(value)
