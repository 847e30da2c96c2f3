"""A compiled operation: its SQL, what is bound to it, and how it runs; and the cache that keeps it."""

import math
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, Protocol

import orjson

from resolvers.paragraphs import with_paragraphs
from resolvers.reading.cursors import with_sealed_cursors
from resolvers.reading.parameters import Call, Getter, OfViewer
from resolvers.reading.sealed_values import OpenedValues, opened_values
from resolvers.refusals import Refusal

MAX_ROWS = 40_000  # upper bound of the product of the page sizes of nested lists


class Reads(Protocol):
    """What reads the database: the pool of the service, or a connection."""

    async def fetchrow(self, sql: str, /, *values: Any) -> Any:
        """Return the first row of a statement, None when it has none."""

    async def fetchval(self, sql: str, /, *values: Any) -> Any:
        """Return the first value of the first row."""

    async def fetch(self, sql: str, /, *values: Any) -> Any:
        """Return all rows of a statement."""


class QueryTooComplex(Refusal):
    """The query could return more objects than one answer may hold."""

    code = "QUERY_TOO_COMPLEX"

    def __init__(self, most: int) -> None:
        super().__init__("BUDGET_OBJECTS", most=str(most))

    @property
    def words(self) -> str:
        """The key of the sentence that says how many."""
        return self.message


class StaleViewer(Exception):
    """
    The account or the session changed while the request ran.

    The caller loads the viewer again and repeats the call.
    """

    code = "STALE_VIEWER"


def redacted_json(redacted: Sequence[dict[str, Any]]) -> bytes:
    """Return the end of an answer that names its redacted fields; nothing when there are none."""
    return b',"extensions":' + orjson.dumps({"redacted": redacted}) if redacted else b""


@dataclass(frozen=True, eq=False)
class Plan:
    """
    A compiled operation.

    `roots` are the response keys of the stored roots, in the order of the statement's columns. `others` are the keys
    that graphql-core answers, and `order` is all keys in the order of the document. `lists` holds the page sizes of
    each chain of nested lists, `cursor_bindings` what the cursors of each list are bound to. A plan with a `refusal`
    leaves its row in the log and answers nothing.
    """

    sql: str
    getters: tuple[Getter, ...]
    roots: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    redacted: tuple[dict[str, Any], ...] = ()
    unseal: Callable[[str, str, bytes], str] | None = None
    lists: tuple[tuple[Getter, ...], ...] = ()
    order: tuple[str, ...] = ()
    identity_searches: int = 0  # each is counted, not the request
    cursor_bindings: tuple[Getter, ...] = ()
    refusal: Refusal | None = None
    paragraphs: bool = False  # the answer has markers of long texts whose versions are compared

    @cached_property
    def late_getters(self) -> list[tuple[int, Getter]]:
        """The getters whose values differ from run to run, with their places in the statement."""
        return [(place, get) for place, get in enumerate(self.getters) if not isinstance(get, OfViewer)]

    @cached_property
    def redacted_json(self) -> bytes:
        """The end of every answer of this plan."""
        return redacted_json(self.redacted)

    def values(self, call: Call) -> list[Any]:
        """
        Return what is bound to the statement, in its order.

        :raises QueryTooComplex: when the page sizes of nested lists multiply to more than `MAX_ROWS`
        :raises Refusal: when an argument cannot be bound
        """
        for chain in self.lists:
            if math.prod(get(call) for get in chain) > MAX_ROWS:
                raise QueryTooComplex(MAX_ROWS)
        memo = call.viewer.memo
        if self not in memo:
            memo[self] = [get(call) if isinstance(get, OfViewer) else None for get in self.getters]
        values: list[Any] = memo[self].copy()
        for place, get in self.late_getters:
            values[place] = get(call)
        return values

    async def run(self, reads: Reads, call: Call) -> list[OpenedValues]:
        """
        Return the JSON of each stored root, in the order of `roots`, with the sealed values that did not open.

        :raises Refusal: as `values`, or when the plan is one of a refused question
        :raises StaleViewer: when the account, its rights or its session differ from those the viewer was loaded with
        """
        row = await reads.fetchrow(self.sql, *self.values(call))
        if row is None or not row[0]:
            raise StaleViewer
        if self.refusal is not None:
            raise copy(self.refusal)  # an exception of its own for each request
        parts = [part or b"null" for part in row[1:]]
        if self.cursor_bindings:
            bindings = [partial(binding, call) for binding in self.cursor_bindings]
            parts = [with_sealed_cursors(part, call.cursor_key, bindings) for part in parts]
        if self.paragraphs:
            parts = [with_paragraphs(part) for part in parts]
        unseal = self.unseal
        return [opened_values(part, unseal) if unseal else OpenedValues(part) for part in parts]


class PlanCache:
    """
    A cache that drops the least recently used plan when it is full.

    Plans by document, operation, rights and shapes of the variables. `compiled` counts compilations, for the tests.

    A key holds rights and never a person: the values of a caller are bound when a plan runs.
    """

    def __init__(self, size: int = 2_000) -> None:
        self.size, self.compiled = size, 0
        self._plans: OrderedDict[Hashable, Plan] = OrderedDict()

    def get(self, key: Hashable, compile_now: Callable[[], Plan]) -> Plan:
        """Return the plan of a key; `compile_now` is called when there is none yet."""
        if key in self._plans:
            self._plans.move_to_end(key)
            return self._plans[key]
        plan = compile_now()
        self.compiled += 1
        self._plans[key] = plan
        if len(self._plans) > self.size:
            self._plans.popitem(last=False)
        return plan
