"""The rows that the demo will store, with the trail of every write: versions, history, search text."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from random import Random
from typing import Any
from uuid import UUID

import orjson
from tortoise.fields import JSONField
from tortoise.models import Model

from models.log import History, SearchEntry, Version
from resolvers.declaration import ContentType, ContentTypes
from resolvers.search_index import terms_by_permission
from resolvers.writing.assignment import SEALED_ENTRY, history_value
from service.demo.fixed_ids import FIXED_IDS
from service.demo.trail import Step, step_times, steps_through, told_moments

DemoRow = dict[str, Any]


@dataclass(frozen=True)
class Author:
    """The account that wrote a row."""

    account: UUID
    name: str


@dataclass
class DemoLedger:
    """
    Rows by model, in the order of creation. Ids come from their time and from `chance`, so that the same seed gives the
    same database.

    Content has a CREATE and one more entry of history for each step of the workflow up to its state.
    """

    content_types: ContentTypes
    chance: Random
    now: datetime
    rows: dict[type[Model], list[DemoRow]] = field(default_factory=dict)
    known_steps: dict[tuple[str, ...], tuple[Step, ...]] = field(default_factory=dict)

    def new_id(self, at: datetime) -> UUID:
        """Return a UUID of version 7 for an instant, so that the order of ids is the order of creation."""
        bits = self.chance.getrandbits(74)
        milliseconds = int(at.timestamp() * 1000)
        return UUID(int=milliseconds << 80 | 7 << 76 | (bits >> 62) << 64 | 2 << 62 | bits & (1 << 62) - 1)

    def plain(self, model: type[Model], **columns: Any) -> DemoRow:
        """Add a row that is not content; columns without a value have their defaults."""
        constants, made = _defaults(model)
        row = constants | {name: make() for name, make in made if name not in columns} | columns
        self.rows.setdefault(model, []).append(row)
        return row

    def add(
        self,
        noun: str,
        state: str,
        at: datetime,
        by: Author,
        /,
        *,
        decided_by: Author | None = None,
        step_reason: str | None = None,
        steps_by: Mapping[str, Author] | None = None,
        happened: Mapping[str, date | datetime] | None = None,
        step_comment: str | None = None,
        trail: bool = True,
        fixed_id: str | None = None,
        **columns: Any,
    ) -> DemoRow:
        """
        Add content that `by` created at `at` and `decided_by` brought to `state`; `fixed_id` names its id.

        Its steps pass the states whose moments its columns, or `happened`, tell; `steps_by` names who else took a step.
        Without `trail` the row looks as if it was created in its state: it has one version and one entry of history.
        """
        type_ = self.content_types[noun]
        moments = told_moments(type_.kind.workflow, columns, at, happened or {})
        steps = self._steps(type_, state, moments) if trail else ()
        times = step_times(at, self.now, [after for _, _, after in steps], moments)
        decided_by = decided_by or by
        own = {"id": FIXED_IDS[fixed_id] if fixed_id else self.new_id(at), "state": state, "revision": 1 + len(steps)}
        own |= {"created_at": at, "created_by": by.account, "modified_at": times[-1]}
        row = self.plain(type_.model, **own | {"modified_by": (decided_by if steps else by).account} | columns)
        stored = {column: history_value(value) for column, value in row.items()}
        initial, created = steps[0][1] if steps else state, _created(type_, row) if trail else {}
        self._record(type_, row, stored, 1, at, by, "CREATE", initial, created)
        for number, (name, before, after) in enumerate(steps, start=2):
            changes = {"state": {"before": before, "after": after}} if before != after else {}
            decider, said = (steps_by or {}).get(name, decided_by), _said(type_, name, step_reason, step_comment)
            self._record(type_, row, stored, number, times[number - 1], decider, name, after, changes, said)
        self._index(type_, row)
        return row

    def change(self, noun: str, row: DemoRow, at: datetime, by: Author, /, **columns: Any) -> None:
        """Change columns of content that was added: one more revision of it, at `at` or with its last step."""
        type_, when = self.content_types[noun], max(at, row["modified_at"])
        before = {name: history_value(row[name]) for name in columns}
        row |= columns | {"revision": row["revision"] + 1, "modified_at": when, "modified_by": by.account}
        stored = {column: history_value(value) for column, value in row.items()}
        changes = {
            type_.fields[name].key: {"before": before[name], "after": stored[name]}
            for name in columns
            if before[name] != stored[name]
        }
        self._record(type_, row, stored, row["revision"], when, by, "UPDATE", row["state"], changes)

    def _steps(self, type_: ContentType, state: str, moments: Mapping[str, datetime]) -> tuple[Step, ...]:
        """Return the steps to a state through those that were passed, in the order of their moments."""
        initial = type_.kind.workflow.initial
        passed = [s for s in sorted(moments, key=lambda s: moments[s]) if s not in (initial, state)]
        known = (type_.noun, state, *passed)
        if known not in self.known_steps:
            self.known_steps[known] = steps_through(type_.kind.workflow, state, passed)
        return self.known_steps[known]

    def _record(
        self,
        type_: ContentType,
        row: DemoRow,
        stored: Mapping[str, Any],
        revision: int,
        at: datetime,
        by: Author,
        action: str,
        state: str,
        changes: Mapping[str, Any],
        said: Mapping[str, str | None] | None = None,
    ) -> None:
        shared = {"noun": type_.noun, "object_id": row["id"], "revision": revision, "at": at}
        self.plain(Version, **shared, stored={**stored, "state": state, "revision": revision})
        self.plain(
            History, **shared, actor=by.account, actor_name=by.name, action=action, changes=changes, **(said or {})
        )

    def _index(self, type_: ContentType, row: DemoRow) -> None:
        for permission, terms in terms_by_permission(type_, row.get).items():
            self.plain(SearchEntry, noun=type_.noun, object_id=row["id"], permission=permission, terms=terms)


def table_of(model: type[Model], rows: list[DemoRow]) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """Return the columns of a table and its rows, in the form for COPY; the database generates the numbers."""
    meta = model._meta
    columns = [column for column in rows[0] if column in meta.fields_db_projection]
    json_columns = {column for column in columns if isinstance(meta.fields_map[column], JSONField)}
    stored = [meta.fields_db_projection[column] for column in columns]
    return stored, (tuple(_json(row[c]) if c in json_columns else row[c] for c in columns) for row in rows)


def _json(value: Any) -> str | None:
    return None if value is None else orjson.dumps(value).decode()


@cache
def _defaults(model: type[Model]) -> tuple[DemoRow, tuple[tuple[str, Callable[[], Any]], ...]]:
    """Return the constant defaults of a model's columns, and the columns with a default that is made for each row."""
    fields = model._meta.fields_map
    defaults = {n: fields[n].default for n in model._meta.fields_db_projection if not fields[n].generated}
    made = tuple((name, default) for name, default in defaults.items() if callable(default))
    return {name: None if callable(default) else default for name, default in defaults.items()}, made


def _said(type_: ContentType, name: str, reason: str | None, comment: str | None) -> dict[str, str | None]:
    """Return what is said of a step, as far as its transition asks for it."""
    step = type_.kind.workflow.transitions.get(name)
    return {"reason": reason if step and step.reason else None, "comment": comment if step and step.comment else None}


def _created(type_: ContentType, row: DemoRow) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for declared in type_.fields.values():
        value = row.get(declared.name)
        if declared.sections:
            keys = value or {}
            changes |= {f"{declared.key}.{key}": {"before": None, "after": answer} for key, answer in keys.items()}
        elif value is not None and value != [] and declared.write.name != "never":
            sealed = {"before": None, "after": None} | SEALED_ENTRY
            changes[declared.key] = sealed if declared.sealed else {"before": None, "after": history_value(value)}
    return changes
