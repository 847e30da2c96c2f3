"""The certificate of a purge: what was erased, what was kept and why, who decided, and a digest of it."""

import hashlib
from collections import Counter
from typing import Any

import orjson
from tortoise.backends.base.client import TransactionalDBClient

from models.retention import Purge, PurgeItem
from resolvers.context import CommandContext
from resolvers.public_ids import public_id
from resolvers.retention.certificate_words import CertificateWords, certificate_words
from workflow.purge import ERASED_ITEM_STATES, SPARED_ITEM_STATES


def digest_of(purge: str, targets: list[str], counts: list[dict[str, Any]]) -> str:
    """
    Return the SHA-256 of a purge: of a JSON object with its id, the erased public ids in sorted order, and the counts.

    The keys are sorted and there is no white space, so that anybody can compute it again from the rows.
    """
    content = {"purge": purge, "erased": sorted(targets), "counts": counts}
    return hashlib.sha256(orjson.dumps(content, option=orjson.OPT_SORT_KEYS)).hexdigest()


async def certify(context: CommandContext, purge: Purge, db: TransactionalDBClient) -> None:
    """Write counts, digest and text into a purge whose items are all decided; the caller saves it."""
    items = await items_of(purge, db)
    row_counts: Counter[str] = Counter()
    for item in items:
        row_counts.update({str(count["type"]): int(str(count["rows"])) for count in item.counts})
    erased = [item.target for item in items if item.state in ERASED_ITEM_STATES]
    purge.counts = [{"type": name, "rows": n} for name, n in sorted(row_counts.items())]
    purge.digest = digest_of(public_id("purge", purge.pk), erased, purge.counts)
    purge.done_at = context.now
    purge.certificate = certificate_text(purge, items, await certificate_words(context.content_types, "fi", db))


async def items_of(purge: Purge, db: TransactionalDBClient) -> list[PurgeItem]:
    """Return the items of a purge by their ids."""
    return await PurgeItem.filter(purge_id=purge.pk).order_by("target").using_db(db)


def certificate_text(purge: Purge, items: list[PurgeItem], words: CertificateWords) -> str:
    """Return the certificate as text in Finnish; `certificate_print` makes a document of the same."""
    lines = [words.title.upper(), *(f"{name}: {value}" for name, value in words.facts(purge))]
    lines += [f"{words.erased_title}: {len(erased_targets(items))}", *(f"  {t}" for t in erased_targets(items))]
    lines += [f"{words.rows_title}:", *(f"  {words.named(str(c['type']))}: {c['rows']}" for c in purge.counts)]
    spared = [item for item in items if item.state in SPARED_ITEM_STATES]
    lines += [f"{words.spared_title}: {len(spared)}", *(f"  {i.target}: {words.obstacle(i.obstacle)}" for i in spared)]
    return "\n".join([*lines, f"SHA-256: {purge.digest}"])


def erased_targets(items: list[PurgeItem]) -> list[str]:
    """Return the ids of what was erased."""
    return [item.target for item in items if item.state in ERASED_ITEM_STATES]
