"""The certificate of a purge: what was erased, what was kept and why, who decided, and a digest of it."""

import hashlib
from collections import Counter
from datetime import datetime
from typing import Any

import orjson
from tortoise.backends.base.client import TransactionalDBClient

from models.retention import Purge, PurgeItem
from resolvers.context import CommandContext
from resolvers.public_ids import public_id
from workflow.calendar import FINNISH_ZONE
from workflow.purge import ERASED_ITEM_STATES, SPARED_ITEM_STATES

_OBSTACLE_TEXTS = {
    "LEGAL_HOLD": "poistokielto",
    "OPEN_RELATIONSHIP": "asiakkuus voimassa",
    "NOT_DUE": "säilytysaika ei ole päättynyt",
    "RESTRICTED": "käsittely on rajoitettu",
    "GONE": "poistettu jo aiemmin",
    "REFERENCED": "muu tieto viittaa kohteeseen",
}
_KIND_TEXTS = {
    "DUE": "Säilytysajan päättyminen",
    "PERSON": "Yksi henkilö",
    "REFERRALS": "Lähetteet, jotka eivät alkaneet",
}


def digest_of(purge: str, targets: list[str], counts: list[dict[str, Any]]) -> str:
    """
    Return the SHA-256 of a purge: of a JSON object with its id, the erased public ids in sorted order, and the counts.

    The keys are sorted and there is no white space, so that anybody can compute it again from the rows.
    """
    content = {"purge": purge, "erased": sorted(targets), "counts": counts}
    return hashlib.sha256(orjson.dumps(content, option=orjson.OPT_SORT_KEYS)).hexdigest()


async def certify(context: CommandContext, purge: Purge, db: TransactionalDBClient) -> None:
    """Write counts, digest and text into a purge whose items are all decided; the caller saves it."""
    items = await PurgeItem.filter(purge_id=purge.pk).order_by("target").using_db(db)
    row_counts: Counter[str] = Counter()
    for item in items:
        row_counts.update({str(count["type"]): int(str(count["rows"])) for count in item.counts})
    erased = [item.target for item in items if item.state in ERASED_ITEM_STATES]
    purge.counts = [{"type": name, "rows": n} for name, n in sorted(row_counts.items())]
    purge.digest = digest_of(public_id("purge", purge.pk), erased, purge.counts)
    purge.done_at = context.now
    purge.certificate = _text(purge, erased, [item for item in items if item.state in SPARED_ITEM_STATES])


def _text(purge: Purge, erased: list[str], spared: list[PurgeItem]) -> str:
    lines = [
        "POISTOTODISTUS",
        f"Poisto: {public_id('purge', purge.pk)}",
        f"Laji: {_KIND_TEXTS[purge.kind]}",
        f"Peruste: {purge.basis}",
        f"Arvioitu: {purge.judged_on:%d.%m.%Y}",
        f"Ehdotti: {purge.proposed_by_name or 'henkilö itse'}, {_moment(purge.created_at)}",
        f"Hyväksyi: {purge.approved_by_name}, {_moment(purge.approved_at)}",
        f"Vahvisti: {purge.confirmed_by_name}, {_moment(purge.confirmed_at)}",
        f"Tehty: {_moment(purge.done_at)}",
        f"Poistettu kohteita: {len(erased)}",
        *(f"  {target}" for target in erased),
        "Poistetut rivit:",
        *(f"  {count['type']}: {count['rows']}" for count in purge.counts),
        f"Ei poistettu: {len(spared)}",
        *(f"  {item.target}: {_OBSTACLE_TEXTS[str(item.obstacle)]}" for item in spared),
        f"SHA-256: {purge.digest}",
    ]
    return "\n".join(lines)


def _moment(at: "datetime | None") -> str:
    return at.astimezone(FINNISH_ZONE).strftime("%d.%m.%Y %H:%M") if at else "–"
