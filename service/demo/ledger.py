"""What the demo is going to store, with the trail that every write leaves: versions, history, search text."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from random import Random
from typing import Any
from uuid import UUID

import orjson
from tortoise.fields import JSONField
from tortoise.models import Model

from models.log import History, SearchEntry, Version
from resolvers.declaration import ContentType, ContentTypes
from resolvers.writing.assignment import SEALED_ENTRY, history_value
from resolvers.writing.history import search_texts
from service.demo.landmarks import LANDMARKS
from workflow.language import STAYS, Workflow

DemoRow = dict[str, Any]
# Transitions that only a transition of another object takes, or none yet: the state before, and the name in history.
UNOFFERED = {
    ("contract", "SUPERSEDED"): ("ACTIVE", "SUPERSEDE"),
    ("relationship", "RETAINED"): ("ENDED", "RETAIN"),
    ("client", "ERASED"): ("ENDED", "ERASE"),
    ("consent", "EXPIRED"): ("GIVEN", "EXPIRE"),
    ("consent", "SUPERSEDED"): ("GIVEN", "SUPERSEDE"),
    ("coaching_note", "AMENDED"): ("SIGNED", "AMEND"),
    ("delivery", "SENT"): ("WAITING", "SEND"),
    ("delivery", "FAILED"): ("WAITING", "FAIL"),
    ("rectification", "WITHDRAWN"): ("PROPOSED", "WITHDRAW"),
    ("purge", "RUNNING"): ("CONFIRMED", "RUN"),
    ("purge", "DONE"): ("RUNNING", "FINISH"),
    ("purge_item", "ERASED"): ("PLANNED", "DECIDE"),
    ("purge_item", "KEPT"): ("PLANNED", "DECIDE"),
}


@dataclass(frozen=True)
class Author:
    """An account in whose name something was written."""

    account: UUID
    name: str


@dataclass
class DemoLedger:
    """
    Rows by model, in the order in which they were made. Ids are those of their moment and of `chance`, so that the same
    seed gives the same database.

    Content comes with a CREATE and one more entry of history for each step of the workflow to its state.
    """

    content_types: ContentTypes
    chance: Random
    now: datetime
    rows: dict[type[Model], list[DemoRow]] = field(default_factory=dict)
    known_steps: dict[tuple[str, str], tuple[tuple[str, str, str], ...]] = field(default_factory=dict)

    def new_id(self, at: datetime) -> UUID:
        """Return a UUID of version 7 for a moment: lists in the order of creation are then in the order of time."""
        bits = self.chance.getrandbits(74)
        milliseconds = int(at.timestamp() * 1000)
        return UUID(int=milliseconds << 80 | 7 << 76 | (bits >> 62) << 64 | 2 << 62 | bits & (1 << 62) - 1)

    def plain(self, model: type[Model], **columns: Any) -> DemoRow:
        """Add a row that is no content; columns that are not named have their defaults."""
        row = _defaults(model) | columns
        self.rows.setdefault(model, []).append(row)
        return row

    def add(
        self,
        noun: str,
        state: str,
        at: datetime,
        by: Author,
        *,
        decided_by: Author | None = None,
        step_reason: str | None = None,
        trail: bool = True,
        landmark: str | None = None,
        **columns: Any,
    ) -> DemoRow:
        """
        Add content made at `at` by `by`, brought to `state` by `decided_by`; a landmark has its id.

        Without `trail` the row stands as if it had been created in its state: one version, one entry of history.
        """
        type_ = self.content_types[noun]
        steps = self._steps(type_, state) if trail else ()
        moments = _moments(at, self.now, len(steps))
        decided_by = decided_by or by
        row = self.plain(
            type_.model,
            state=state,
            revision=1 + len(steps),
            created_at=at,
            created_by=by.account,
            modified_at=moments[-1],
            modified_by=(decided_by if steps else by).account,
            **({"id": LANDMARKS[landmark] if landmark else self.new_id(at)} | columns),
        )
        initial = steps[0][1] if steps else state
        self._record(type_, row, 1, at, by, "CREATE", initial, changes=_created(type_, row) if trail else {})
        for number, (name, before, after) in enumerate(steps, start=2):
            moved = {"state": {"before": before, "after": after}} if before != after else {}
            why = step_reason if (step := type_.kind.workflow.transitions.get(name)) and step.reason else None
            self._record(type_, row, number, moments[number - 1], decided_by, name, after, changes=moved, reason=why)
        self._index(type_, row)
        return row

    def _steps(self, type_: ContentType, state: str) -> tuple[tuple[str, str, str], ...]:
        if (type_.noun, state) not in self.known_steps:
            self.known_steps[type_.noun, state] = steps_to(type_.kind.workflow, state)
        return self.known_steps[type_.noun, state]

    def _record(
        self,
        type_: ContentType,
        row: DemoRow,
        revision: int,
        at: datetime,
        by: Author,
        action: str,
        state: str,
        *,
        changes: Mapping[str, Any],
        reason: str | None = None,
    ) -> None:
        about = {"noun": type_.noun, "object_id": row["id"], "revision": revision, "at": at}
        stored = {column: history_value(value) for column, value in row.items()}
        self.plain(Version, **about, stored=stored | {"state": state, "revision": revision})
        self.plain(
            History, **about, actor=by.account, actor_name=by.name, action=action, reason=reason, changes=changes
        )

    def _index(self, type_: ContentType, row: DemoRow) -> None:
        for permission, text in search_texts(type_, row.get).items():
            self.plain(SearchEntry, noun=type_.noun, object_id=row["id"], permission=permission, text=text)


def steps_to(workflow: Workflow, state: str) -> tuple[tuple[str, str, str], ...]:
    """Return the shortest way from the initial state to another: (transition, state before, state after)."""
    if state == "SUPERSEDED" and "PUBLISH" in workflow.transitions:
        current = workflow.transitions["PUBLISH"].target
        return (*steps_to(workflow, current), ("SUPERSEDE", current, state))
    if (last := UNOFFERED.get((workflow.noun, state))) is not None:
        return (*steps_to(workflow, last[0]), (last[1], last[0], state))
    ways: dict[str, tuple[tuple[str, str, str], ...]] = {workflow.initial: ()}
    ahead = deque([workflow.initial])
    while ahead and state not in ways:
        here = ahead.popleft()
        for name, step in workflow.transitions.items():
            if here in step.source and step.target not in (*ways, STAYS):
                ways[step.target] = (*ways[here], (name, here, step.target))
                ahead.append(step.target)
    return ways[state]


def table_of(model: type[Model], rows: list[DemoRow]) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """Return the columns of a table and its rows, as COPY takes them; generated numbers are left to the database."""
    meta = model._meta
    columns = [column for column in rows[0] if column in meta.fields_db_projection]
    texts = {column for column in columns if isinstance(meta.fields_map[column], JSONField)}
    stored = [meta.fields_db_projection[column] for column in columns]
    return stored, (tuple(_json(row[c]) if c in texts else row[c] for c in columns) for row in rows)


def _json(value: Any) -> str | None:
    return None if value is None else orjson.dumps(value).decode()


@cache
def _columns(model: type[Model]) -> tuple[tuple[str, Any], ...]:
    fields = model._meta.fields_map
    return tuple((n, fields[n].default) for n in model._meta.fields_db_projection if not fields[n].generated)


def _defaults(model: type[Model]) -> DemoRow:
    return {name: default() if callable(default) else default for name, default in _columns(model)}


def _moments(at: datetime, now: datetime, steps: int) -> list[datetime]:
    """Return when something was created and each step taken: a day apart, closer together when there is less time."""
    apart = min(timedelta(days=1), max(now - at, timedelta()) / (steps + 1))
    return [at + apart * number for number in range(steps + 1)]


def _created(type_: ContentType, row: DemoRow) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for declared in type_.fields.values():
        value = row.get(declared.name)
        if declared.sections:
            keys = value or {}
            found |= {f"{declared.key}.{key}": {"before": None, "after": answer} for key, answer in keys.items()}
        elif value is not None and value != [] and declared.write.name != "never":
            sealed = {"before": None, "after": None} | SEALED_ENTRY
            found[declared.key] = sealed if declared.sealed else {"before": None, "after": history_value(value)}
    return found
