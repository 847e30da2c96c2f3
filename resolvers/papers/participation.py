"""The certificate of participation: asked for, issued once a programme is over, printed in the person's language."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from auth.processing import CONTENTS
from models.attendance import COUNTED_DAY
from resolvers.catalogues import translated
from resolvers.context import Changes, CommandContext, Rulebook, Step
from resolvers.declaration import ContentTypes
from resolvers.papers.looks import Paper, look_at_paper, title_of
from resolvers.printing.dates import day_text, period_text
from resolvers.printing.document import Document, facts, paragraph, signature_lines
from resolvers.printing.typesetting import pdf_of
from resolvers.writing.transitions import set_column, transition_refused
from workflow.programme import PAST_PROGRAMME_STATES
from workflow.titles import LANGUAGES
from workflow.vocabulary import CARE, SCHEDULE

_DAYS_PRESENT = (
    "SELECT count(DISTINCT a.day) AS days FROM attendance a JOIN contract c ON c.id = a.contract_id"
    f" WHERE c.programme_id = $1 AND a.presence = 'PRESENT' AND {COUNTED_DAY.format('a')}"
)
CERTIFICATE_PAPER = Paper(
    noun="programme",
    states=PAST_PROGRAMME_STATES,
    permissions=(CARE, SCHEDULE),
    columns=(
        "t.starts_on, t.ends_on, t.certificate_issued_on, t.certificate_issued_by_name, t.certificate_days,"
        f" u.city AS place, {', '.join(f's.title_{language} AS service_{language}' for language in LANGUAGES)}"
    ),
    fields=tuple(
        f"Programme.{key}"
        for key in ("startsOn", "endsOn", "certificateIssuedOn", "certificateIssuedByName", "certificateDays")
    ),
    joins=" JOIN service_type s ON s.id = t.service_type_id",
    condition="t.certificate_issued_on IS NOT NULL",
)


async def certificate_not_requested(step: Step) -> None:
    """
    Check that no certificate is asked for already that nobody has issued yet.

    :raises CommandRefused: CERTIFICATE_REQUESTED
    """
    if step.row.certificate_requested_on is not None:
        raise transition_refused("CERTIFICATE_REQUESTED")


async def certificate_issued(step: Step) -> None:
    """
    Check that there is a certificate to print.

    :raises CommandRefused: CERTIFICATE_MISSING
    """
    if step.row.certificate_issued_on is None:
        raise transition_refused("CERTIFICATE_MISSING")


async def note_certificate_request(step: Step) -> Changes:
    """Set today as the day on which the certificate was asked for."""
    return set_column(step.row, "certificate_requested_on", "certificateRequestedOn", step.context.today)


async def issue_certificate(step: Step) -> Changes:
    """
    Set who issues the certificate today and the days present so far; issued anew, it counts them anew.

    :raises CommandRefused: CERTIFICATE_WITHOUT_DAYS
    """
    row = step.row
    [counted] = await step.db.execute_query_dict(_DAYS_PRESENT, [row.pk])
    if not counted["days"]:
        raise transition_refused("CERTIFICATE_WITHOUT_DAYS")
    issuer = step.context.viewer.name
    changes = set_column(row, "certificate_issued_on", "certificateIssuedOn", step.context.today)
    changes |= set_column(row, "certificate_issued_by_name", "certificateIssuedByName", issuer)
    changes |= set_column(row, "certificate_days", "certificateDays", counted["days"])
    return changes | set_column(row, "certificate_requested_on", "certificateRequestedOn", None)


async def printed_certificate_of_participation(context: CommandContext, programme: UUID) -> bytes | None:
    """Return the certificate of a programme as PDF; None before it is issued, or when this viewer may not read it."""
    row = await look_at_paper(context, CERTIFICATE_PAPER, programme)
    if row is None:
        return None
    return await CONTENTS.run(pdf_of, certificate_document(context.content_types, row), int(context.now.timestamp()))


def certificate_document(types: ContentTypes, row: Mapping[str, Any]) -> Document:
    """Return the document of a certificate: who took part in what, when, where, and on how many days."""
    say, type_ = row["language"], types["programme"]
    title = translated("Certificate of participation", say)
    took_part = translated("%(person)s took part in the service below.", say, person=row["person"])
    return Document(
        language=say,
        title=title,
        footer=title,
        page_word=translated("Page", say),
        blocks=[
            paragraph(took_part),
            facts(
                [
                    (title_of(type_, "service_type", say), row[f"service_{say}"]),
                    (translated("Period", say), period_text(row["starts_on"], row["ends_on"], say)),
                    (translated("Arranged by", say), f"{row['organisation']}, {row['unit']}"),
                    *([(translated("Place", say), row["place"])] if row["place"] else []),
                    (translated("Days present in all", say), str(row["certificate_days"])),
                    (translated("Issued on", say), day_text(row["certificate_issued_on"], say)),
                ]
            ),
            signature_lines(row["organisation"], [row["certificate_issued_by_name"]]),
        ],
        author=row["organisation"],
        subject=title,
    )


PARTICIPATION_RULES = Rulebook.of(
    guards=(certificate_not_requested, certificate_issued),
    effects=(note_certificate_request, issue_certificate),
)
