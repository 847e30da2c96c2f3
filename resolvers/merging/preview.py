"""What a proposed merge would do: how many rows of which kind would go over, and what stands in the way."""

from dataclasses import dataclass
from uuid import UUID

from tortoise import connections

from auth.disclosure import logged_name
from auth.policy import access_rule, predicate_sql
from resolvers.declaration import ContentTypes
from resolvers.merging.candidates import Fetch
from resolvers.merging.conditions import obstacles
from resolvers.merging.references import client_references
from resolvers.reading.parameters import Call, StatementParameters, look_values
from workflow.vocabulary import VIEW


@dataclass(frozen=True)
class MergePlan:
    """The rows that would go over, by kind, and the codes of what stands in the way."""

    rows: dict[str, int]
    obstacles: list[str]


async def visible_merge(fetch: Fetch, call: Call, content_types: ContentTypes, merge: UUID) -> tuple[UUID, UUID] | None:
    """Return the kept and the merged client of a proposal that the caller may see; None of any other."""
    kind, bind = content_types["client_merge"].kind, StatementParameters()
    seen = predicate_sql(kind, access_rule(call.viewer, kind, VIEW), "t", bind.viewer)
    sql = f"SELECT t.kept_id, t.merged_id FROM client_merge t WHERE t.id = {bind.constant(merge, 'uuid')} AND {seen}"
    found = await fetch(sql, [get(call) for get in bind.getters])
    return (found[0]["kept_id"], found[0]["merged_id"]) if found else None


async def merge_plan(fetch: Fetch, call: Call, content_types: ContentTypes, kept: UUID, merged: UUID) -> MergePlan:
    """Return what a merge of these clients would do; the look at both leaves its row before it is shown."""
    rows: dict[str, int] = {}
    for reference in client_references(content_types):
        where = f't."{reference.lead}" = $1 AND t."{reference.lead}" <> $2 AND {reference.condition}'
        [found] = await fetch(f"SELECT count(*) AS n FROM {reference.place} t WHERE {where}", [merged, kept])
        kind = reference.type.noun if reference.type else reference.place
        if found["n"]:
            rows[kind] = max(rows.get(kind, 0), int(found["n"]))
    await _log(fetch, call, [kept, merged])
    return MergePlan(rows, await obstacles(kept, merged, connections.get("default")))


async def _log(fetch: Fetch, call: Call, shown: list[UUID]) -> None:
    bind = StatementParameters()
    values = look_values(call, "mergePreview", [logged_name("ClientMerge", "mergePreview")], shown)
    row = bind.disclosure_row(values, f"SELECT unnest({bind.constant(shown, 'uuid[]')})")
    await fetch(row, [get(call) for get in bind.getters])
