"""The printed letter: who may print it; fetching it checks the policy again and is logged."""

from typing import Any
from uuid import UUID

from tortoise.transactions import in_transaction

from auth.disclosure import caller_columns
from auth.policy import access_rule, predicate_sql
from auth.processing import CONTENTS
from models.data_request import DataRequest
from models.organisation import Register
from resolvers.catalogues import translated
from resolvers.context import CommandContext, Rulebook, Step
from resolvers.printing.dates import day_text
from resolvers.printing.document import Document, paragraph
from resolvers.printing.typesetting import pdf_of
from resolvers.reading.loading import call_of_command
from resolvers.reading.parameters import StatementParameters
from resolvers.rights.data_export_reading import EXPORT_PURPOSE
from resolvers.writing.field_permissions import holds_permission
from resolvers.writing.transitions import transition_refused
from workflow.calendar import finnish_day
from workflow.vocabulary import CONTACT


async def letter_opens(step: Step) -> None:
    """
    Check who prints the letter to a person under a safety restriction: staff with the role `cleared`, or that person.

    :raises CommandRefused: LETTER_PROTECTED
    """
    if not holds_permission(step.context, step.loaded, CONTACT):
        raise transition_refused("LETTER_PROTECTED")


async def printed_letter(context: CommandContext, letter: UUID) -> bytes | None:
    """Return a letter as PDF; None when this viewer may not read it with its address."""
    kind, bind = context.content_types["request_letter"].kind, StatementParameters()
    may_read = predicate_sql(kind, access_rule(context.viewer, kind, CONTACT), "t", bind.viewer)
    wanted = bind(("id",), lambda _: letter, "uuid")
    log = bind.disclosure_row(_look(context, letter), "SELECT client_id FROM own")
    sql = (
        "WITH own AS MATERIALIZED (SELECT t.client_id, t.request_id, t.occasion, t.language, t.text, t.recipient,"
        f" t.told_on, t.created_at FROM request_letter t WHERE t.id = {wanted} AND t.text IS NOT NULL AND {may_read}),"
        f" log AS ({log}) SELECT * FROM own"
    )
    async with in_transaction() as db:
        rows = await db.execute_query_dict(sql, [get(call_of_command(context)) for get in bind.getters])
        if not rows:
            return None
        request = await DataRequest.get(pk=rows[0]["request_id"], using_db=db)
        register = await Register.get(pk=request.register_id, using_db=db).prefetch_related("organisation")  # type: ignore[attr-defined] # Tortoise makes the column of the relation
    document = letter_document(rows[0], register)
    return await CONTENTS.run(pdf_of, document, int(context.now.timestamp()))


def _look(context: CommandContext, letter: UUID) -> dict[str, Any]:
    return {
        "at": context.now,
        **caller_columns(context.viewer),
        "operation": "letter.pdf",
        "document": "",
        "fields": ["RequestLetter.recipient", "RequestLetter.text"],
        "asked": [letter],
        "purpose": EXPORT_PURPOSE,
        "request": call_of_command(context).request,
    }


def letter_document(letter: Any, register: Any) -> Document:
    """Return the document of a letter: sender and recipient as Finnish envelopes want them, the day, and the text."""
    language, organisation = letter["language"], register.organisation
    day = letter["told_on"] or finnish_day(letter["created_at"])
    town = " ".join(filter(None, (organisation.postal_code, organisation.city)))
    return Document(
        language=language,
        title=letter_title(letter["occasion"], language),
        footer=translated("Confidential. Contains personal data.", language),
        page_word=translated("Page", language),
        blocks=[paragraph(part) for part in letter["text"].split("\n\n")],
        author=organisation.name,
        subject=register.name,
        sender=[line for line in (organisation.name, organisation.street_address, town) if line],
        recipient=(letter["recipient"] or "").split("\n"),
        facts=[(translated("Day", language), day_text(day, language))],
    )


def letter_title(occasion: str, language: str) -> str:
    """Return the title of a letter."""
    match occasion:
        case "EXTENSION":
            return translated("We need more time for your request", language)
        case "LIFTING":
            return translated("The restriction of your data ends", language)
    return translated("Answer to your request", language)


LETTER_PRINT_RULES = Rulebook.of(guards=(letter_opens,))
