"""A compiled operation: its SQL, what is bound to it, and how it runs."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import asyncpg

from resolvers.reading.parameters import Call, Getter
from resolvers.reading.sealed_values import OpenedValues, opened_values
from resolvers.refusals import Refusal

MAX_ROWS = 40_000  # upper bound of the product of the page sizes of nested lists


class QueryTooComplex(Refusal):
    """The query could return more objects than one answer may hold."""

    code = "QUERY_TOO_COMPLEX"


class StaleViewer(Exception):
    """
    The account or the session changed while the request ran.

    The caller loads the viewer again and repeats the call.
    """

    code = "STALE_VIEWER"


@dataclass(frozen=True)
class Plan:
    """
    A compiled operation.

    `roots` are the response keys of the stored roots, in the order of the statement's columns. `others` are the keys
    that graphql-core answers, and `order` is all keys in the order of the document. `lists` holds the page sizes of
    each chain of nested lists.
    """

    sql: str
    getters: tuple[Getter, ...]
    roots: tuple[str, ...]
    others: tuple[str, ...]
    redacted: tuple[dict[str, Any], ...]
    sealed: bool
    unseal: Callable[[str, str, bytes], str]
    lists: tuple[tuple[Getter, ...], ...] = ()
    order: tuple[str, ...] = ()
    searches_identity: bool = False

    async def run(self, connection: "asyncpg.Pool[Any] | asyncpg.Connection[Any]", call: Call) -> list[OpenedValues]:
        """
        Return the JSON of each stored root, in the order of `roots`, with the sealed values that did not open.

        :raises QueryTooComplex: when the page sizes of nested lists multiply to more than `MAX_ROWS`
        :raises StaleViewer: when the account, its rights or its session differ from those the viewer was loaded with
        """
        for chain in self.lists:
            if math.prod(get(call) for get in chain) > MAX_ROWS:
                raise QueryTooComplex(
                    f"This query could answer more than {MAX_ROWS} objects in one list. Ask smaller pages."
                )
        row = await connection.fetchrow(self.sql, *(get(call) for get in self.getters))
        if row is None or not row[0]:
            raise StaleViewer
        parts = [part or b"null" for part in row[1:]]
        return [opened_values(part, self.unseal) if self.sealed else OpenedValues(part) for part in parts]
