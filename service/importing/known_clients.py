"""
What an import may know of the clients who are there: those of its unit, as far as its viewer may read what is compared.

Of other units nothing is told. Whoever is told of a client leaves a row in the disclosure log. Decisions 0092, 0154.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any
from uuid import UUID

from tortoise import connections

from auth.disclosure import logged_name
from auth.policy import access_rule, predicate_sql
from resolvers.context import CommandContext
from resolvers.reading.loading import call_of_command
from resolvers.reading.parameters import StatementParameters, look_values
from service.importing.doubles import Person, person_of
from service.importing.port import Known, Prepared
from workflow.client import STORED_CLIENT_STATES
from workflow.vocabulary import CONTACT, IDENTITY, NAME, Permission

OPERATION = "importClients"
_COMPARED = ("firstNames", "lastName", "dateOfBirth", "phones", "email", "personalIdentityCode")
# A row that was written before digests were of a unit is known where its job is of the unit.
_WRITTEN = (
    "SELECT r.line, r.row_digest, r.record_id, r.job_id FROM import_row r JOIN import_job j ON j.id = r.job_id"
    " WHERE j.unit_id = $1 AND (r.row_digest = ANY($2::bytea[]) OR r.job_id = $3 AND r.line = ANY($4::int[]))"
)


class KnownClients:
    """The clients of one unit, as an import of one viewer may know them; it notes of whom something was told."""

    def __init__(self, context: CommandContext, unit: UUID, asked_by: UUID | None) -> None:
        self.context, self.unit, self.asked_by = context, unit, asked_by
        self.told: set[UUID] = set()

    def digest_of(self, digest: bytes) -> bytes:
        """Return the digest of a row in this unit: the same row in two units is two clients."""
        return sha256(self.unit.bytes + digest).digest()

    async def known(self, job: UUID | None, rows: Sequence[Prepared]) -> Known:
        """
        Return what is stored of these rows: their digests, their codes in the unit, their lines in the job.

        A code of another unit's client is no refusal, which would tell of that client: it is held back (decision 0092).
        """
        given = {form: d for row in rows for d in row.digests for form in (d, self.digest_of(d))}
        indexes = [index for row in rows for index in row.indexes]
        values = [self.unit, list(given), job, [row.line for row in rows]]
        written = await connections.get("default").execute_query_dict(_WRITTEN, values)
        self.told.update(UUID(str(row["record_id"])) for row in written)
        return Known(
            frozenset(given[found] for row in written if (found := bytes(row["row_digest"])) in given),
            await self._codes(indexes),
            frozenset(row["line"] for row in written if row["job_id"] == job),
        )

    async def resembling(self, rows: Sequence[Prepared]) -> frozenset[int]:
        """Return the lines of the rows that may be people whom the unit has already."""
        by_names: dict[str, list[tuple[Prepared, Person]]] = {}
        for row in rows:
            person = person_of(row.row, row.indexes)
            by_names.setdefault(person.names, []).append((row, person))
        lines: set[int] = set()
        for client in await self._namesakes(list(by_names)):
            pairs = by_names[client["sort_key"]]
            alike = {row.line for row, person in pairs if person.may_be(_stored_person(client, row.indexes))}
            if alike:
                self.told.add(UUID(str(client["id"])))
            lines |= alike
        return frozenset(lines)

    async def note_looks(self) -> None:
        """Leave a row in the disclosure log about the clients whom the answers since the last one were about."""
        if not self.told:
            return
        bind = StatementParameters()
        asked = [self.asked_by] if self.asked_by else []
        fields = [logged_name("Client", key) for key in _COMPARED]
        look = look_values(call_of_command(self.context), OPERATION, fields, asked)
        subjects = bind.constant(sorted(self.told), "uuid[]")
        sql = bind.disclosure_row(look, f"SELECT unnest({subjects})")
        await self._fetch(sql, bind)
        self.told.clear()

    async def _codes(self, indexes: Sequence[bytes]) -> frozenset[bytes]:
        """Return those of the indexes that a client of the unit has whose code the viewer could find by a search."""
        bind = StatementParameters()
        among, unit = bind.constant(list(indexes), "bytea[]"), bind.constant(self.unit, "uuid")
        has_one = f"(t.identity_index = ANY({among}) OR t.identity_index_even = ANY({among}))"
        found = await self._fetch(
            "SELECT t.id, t.identity_index, t.identity_index_even FROM client t"
            f" WHERE {has_one} AND t.unit_id = {unit} AND {self._may(IDENTITY, bind)}",
            bind,
        )
        self.told.update(UUID(str(row["id"])) for row in found)
        return frozenset(index for row in found for index in _own_indexes(row))

    async def _namesakes(self, names: Sequence[str]) -> list[dict[str, Any]]:
        """Return the clients of these names whom the viewer may see by name, with what else the viewer may read."""
        bind = StatementParameters()
        identity, contact = self._may(IDENTITY, bind), self._may(CONTACT, bind)
        columns = [
            *(f"CASE WHEN {identity} THEN t.{c} END AS {c}" for c in ("date_of_birth", "identity_index")),
            f"CASE WHEN {identity} THEN t.identity_index_even END AS identity_index_even",
            *(f"CASE WHEN {contact} THEN t.{c} END AS {c}" for c in ("phones", "email")),
        ]
        among, unit = bind.constant(list(names), "text[]"), bind.constant(self.unit, "uuid")
        return await self._fetch(
            f"SELECT t.id, t.sort_key, {', '.join(columns)} FROM client t WHERE t.sort_key = ANY({among})"
            f" AND t.unit_id = {unit} AND {STORED_CLIENT_STATES.sql('t.state')} AND {self._may(NAME, bind)}",
            bind,
        )

    def _may(self, permission: Permission, bind: StatementParameters) -> str:
        kind = self.context.content_types["client"].kind
        rule = access_rule(self.context.viewer, kind, permission)
        return f"({predicate_sql(kind, rule, 't', bind.viewer)})" if rule.grants else "FALSE"

    async def _fetch(self, sql: str, bind: StatementParameters) -> list[dict[str, Any]]:
        values = [get(call_of_command(self.context)) for get in bind.getters]
        rows: list[dict[str, Any]] = await connections.get("default").execute_query_dict(sql, values)
        return rows


def _stored_person(client: Mapping[str, Any], indexes: Sequence[bytes]) -> Person:
    """Return by what a client is compared; the code is the index that it shares with the row, else its own."""
    own = _own_indexes(client)
    shared = indexes[0] if not set(own).isdisjoint(indexes) else next(iter(own), None)
    contacts = frozenset({*(client["phones"] or ()), *([client["email"].casefold()] if client["email"] else [])})
    return Person(client["sort_key"], shared, client["date_of_birth"], contacts)


def _own_indexes(client: Mapping[str, Any]) -> list[bytes]:
    return [bytes(index) for name in ("identity_index", "identity_index_even") if (index := client[name]) is not None]
