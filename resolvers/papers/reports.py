"""The printed report: what was approved or delivered, in the person's language, with its digest."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from auth.processing import CONTENTS
from resolvers.casework.reports import FROZEN_COLUMNS, REPORT_TEXTS, digest_of_report
from resolvers.catalogues import translated
from resolvers.context import CommandContext
from resolvers.declaration import ContentTypes, camel
from resolvers.papers.looks import Paper, look_at_paper, title_of
from resolvers.printing.dates import moment_text, period_text
from resolvers.printing.document import Document, facts, heading, note, paragraph
from resolvers.printing.typesetting import pdf_of
from workflow.report import APPROVED_REPORT_STATES
from workflow.titles import LANGUAGES
from workflow.vocabulary import CARE

_COLUMNS = (*FROZEN_COLUMNS, "delivered_at", "digest")
REPORT_PAPER = Paper(
    noun="report",
    states=APPROVED_REPORT_STATES,
    permissions=(CARE,),
    columns=", ".join(f"t.{column}" for column in _COLUMNS),
    fields=tuple(f"Report.{camel(column)}" for column in _COLUMNS),
    referral="referral_id",
)


async def printed_report(context: CommandContext, report: UUID) -> bytes | None:
    """Return an approved or delivered report as PDF; None when this viewer may not read it."""
    row = await look_at_paper(context, REPORT_PAPER, report)
    if row is None:
        return None
    return await CONTENTS.run(pdf_of, report_document(context.content_types, row), int(context.now.timestamp()))


def report_document(types: ContentTypes, row: Mapping[str, Any]) -> Document:
    """Return the document of a report: about whom and which days, its texts, and the digest of what they are."""
    say, type_ = row["language"], types["report"]
    title = type_.fields["kind"].choice_titles[row["kind"]][LANGUAGES.index(say)]
    told = [column for column in REPORT_TEXTS if row[column]]
    texts = [
        block
        for column in told
        for block in (heading(title_of(type_, column, say)), *map(paragraph, row[column].split("\n\n")))
    ]
    digest = row["digest"] or digest_of_report(row.__getitem__)
    return Document(
        language=say,
        title=title,
        footer=translated("Confidential. Contains personal data.", say),
        page_word=translated("Page", say),
        blocks=[
            facts(_facts(types, row)),
            *texts,
            heading(title_of(type_, "digest", say)),
            note(translated("SHA-256 of what this report tells, as the service keeps it.", say)),
            paragraph(digest),
        ],
        author=row["organisation"],
        subject=title,
    )


def _facts(types: ContentTypes, row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return who is told of, which days, and when the report was heard, approved and delivered."""
    say, type_ = row["language"], types["report"]
    approved = f"{row['approved_by_name']}, {moment_text(row['approved_at'], say)}"
    delivered = moment_text(row["delivered_at"], say) if row["delivered_at"] else translated("Not delivered yet", say)
    return [
        (title_of(type_, "client", say), row["person"]),
        (translated("Period", say), period_text(row["starts_on"], row["ends_on"], say)),
        (title_of(type_, "unit", say), f"{row['organisation']}, {row['unit']}"),
        (title_of(type_, "heard_at", say), moment_text(row["heard_at"], say)),
        (title_of(type_, "approved_by_name", say), approved),
        (title_of(type_, "delivered_at", say), delivered),
    ]
