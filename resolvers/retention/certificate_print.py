"""The certificate of a purge in print, for those who see the purge."""

from uuid import UUID

from tortoise.transactions import in_transaction

from auth.processing import CONTENTS
from models.retention import Purge, PurgeItem
from resolvers.catalogues import translated
from resolvers.context import CommandContext
from resolvers.printing.document import Document, bullets, facts, heading, note, paragraph, table
from resolvers.printing.typesetting import pdf_of
from resolvers.reading.loading import visible_ids
from resolvers.retention.certificate import erased_targets, items_of
from resolvers.retention.certificate_words import CertificateWords, certificate_words
from workflow.purge import DONE_PURGE_STATES, SPARED_ITEM_STATES


async def printed_certificate(context: CommandContext, purge: UUID) -> bytes | None:
    """Return the certificate of a purge that is done as PDF, in the language of the viewer who sees the purge."""
    async with in_transaction() as db:
        visible = await visible_ids(context, context.content_types["purge"], [purge], db)
        row = await Purge.get_or_none(pk=purge, state__in=sorted(DONE_PURGE_STATES), using_db=db) if visible else None
        if row is None:
            return None
        items = await items_of(row, db)
        words = await certificate_words(context.content_types, context.viewer.language, db)
    return await CONTENTS.run(pdf_of, certificate_document(row, items, words), int(context.now.timestamp()))


def certificate_document(purge: Purge, items: list[PurgeItem], words: CertificateWords) -> Document:
    """Return the document of a certificate."""
    say, erased = words.language, erased_targets(items)
    spared = [item for item in items if item.state in SPARED_ITEM_STATES]
    nothing = paragraph(translated("Nothing.", say))
    heads = [translated("Data", say), translated("Rows", say)]
    blocks = [
        facts(words.facts(purge)),
        heading(f"{words.erased_title} ({len(erased)})"),
        bullets(erased) if erased else nothing,
        heading(words.rows_title),
        table(heads, [[words.named(str(c["type"])), str(c["rows"])] for c in purge.counts])
        if purge.counts
        else nothing,
        heading(f"{words.spared_title} ({len(spared)})"),
        bullets(f"{item.target}: {words.obstacle(item.obstacle)}" for item in spared) if spared else nothing,
        heading(translated("Digest", say)),
        note(
            translated(
                "SHA-256 of the id of the purge, the erased ids and the numbers. Anybody can compute it again.", say
            )
        ),
        paragraph(str(purge.digest)),
    ]
    return Document(
        language=say,
        title=words.title,
        footer=words.title,
        page_word=translated("Page", say),
        blocks=blocks,
        author="Polku",
        subject=words.title,
    )
