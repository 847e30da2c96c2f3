"""
The peer: the classic way, done well. Strawberry resolvers over the same tables, Tortoise rows, one DataLoader for each
relation, parser and validation cached, the row scope in every query and a permission class on every guarded field.
"""

from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

import orjson
import strawberry
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from strawberry.asgi import GraphQL
from strawberry.dataloader import DataLoader
from strawberry.extensions import ParserCache, ValidationCache
from strawberry.permission import BasePermission, PermissionExtension
from tortoise.expressions import Q

import models
from bench.data import ACCOUNT, UNIT, made
from service.database.connections import orm

STATES = ("ACTIVE", "ENDED", "PROSPECT")


class Unrestricted(BasePermission):
    """Care and contact: not while processing is restricted."""

    message = "restricted"

    def has_permission(self, source: Any, info: strawberry.Info, **_: Any) -> bool:
        return not client_of(source, info).processing_restriction


class Unprotected(BasePermission):
    """Contact and schedule: not under a safety restriction."""

    message = "protected"

    def has_permission(self, source: Any, info: strawberry.Info, **_: Any) -> bool:
        return not client_of(source, info).safety_restriction


def client_of(source: Any, info: strawberry.Info) -> Any:
    """Return the client of a row; the root has loaded it in the same request."""
    return source if isinstance(source, models.Client) else info.context["clients"][source.client_id]


def guarded(*permissions: BasePermission) -> Any:
    return strawberry.field(extensions=[PermissionExtension(permissions=list(permissions), fail_silently=True)])


def public(noun: str) -> Any:
    def shown(root: Any) -> strawberry.ID:
        return strawberry.ID(f"{noun}_{root.id.hex}")

    return strawberry.field(resolver=shown)


CARE, CONTACT = (Unrestricted(),), (Unrestricted(), Unprotected())


@strawberry.type
class Referral:
    id: strawberry.ID = public("referral")
    state: str
    received_at: datetime | None
    service_code: str
    decision_reference: str | None = guarded(*CARE)


@strawberry.type
class Programme:
    id: strawberry.ID = public("programme")
    state: str
    starts_on: date
    ends_on: date | None


@strawberry.type
class Contract:
    id: strawberry.ID = public("contract")
    state: str
    version: int
    starts_on: date
    ends_on: date
    call_name: str | None


@strawberry.type
class Attendance:
    id: strawberry.ID = public("attendance")
    day: date
    state: str
    presence: str | None
    minutes: int | None
    arrived_at: datetime | None = guarded(Unprotected())
    left_at: datetime | None = guarded(Unprotected())


@strawberry.type
class Referrals:
    nodes: list[Referral]


@strawberry.type
class Programmes:
    nodes: list[Programme]


@strawberry.type
class Contracts:
    nodes: list[Contract]


@strawberry.type
class Days:
    nodes: list[Attendance]


@strawberry.input
class DateFilter:
    gte: date
    lt: date


@strawberry.input
class AttendanceFilter:
    day: DateFilter


@dataclass(frozen=True)
class Asker:
    """The supervisor of unit 0."""

    unit: UUID
    account: UUID


Load = Callable[[list[Any]], Awaitable[list[Any]]]


def nested(rows_of: Callable[[list[UUID]], Any]) -> Load:
    """Return a batch function: client ids → the visible rows of each, in order."""

    async def load(ids: list[UUID]) -> list[Any]:
        found: dict[UUID, list[Any]] = defaultdict(list)
        for row in await rows_of(ids):
            found[row.client_id].append(row)
        return [found[i] for i in ids]

    return load


def loaders(asker: Asker) -> dict[str, Any]:
    """Return the loaders of one request, each with the row scope of who asks."""

    def referrals(ids: list[UUID]) -> Any:
        own = Q(unit_id=asker.unit) & ~Q(state="DRAFT")
        return models.Referral.filter(own | Q(entered_by=asker.account, state="DRAFT"), client_id__in=ids).order_by(
            "id"
        )

    def programmes(ids: list[UUID]) -> Any:
        return models.Programme.filter(client_id__in=ids, unit_id=asker.unit).order_by("starts_on", "id")

    def contracts(ids: list[UUID]) -> Any:
        return models.Contract.filter(client_id__in=ids, unit_id=asker.unit).order_by("starts_on", "id")

    async def days(keys: list[tuple[UUID, date, date]]) -> list[Any]:
        _, since, before = keys[0]
        found: dict[UUID, list[Any]] = defaultdict(list)
        own = models.Attendance.filter(client_id__in=[k[0] for k in keys], unit_id=asker.unit)
        for row in await own.filter(day__gte=since, day__lt=before).order_by("day", "id"):
            found[row.client_id].append(row)  # type: ignore[attr-defined] # the column behind the relation
        return [found[k[0]] for k in keys]

    made_of = {"referrals": referrals, "programmes": programmes, "contracts": contracts}
    return {
        **{name: DataLoader(nested(rows)) for name, rows in made_of.items()},
        "days": DataLoader(days),
        "clients": {},
        "asker": asker,
    }


@strawberry.type
class Client:
    id: strawberry.ID = public("client")
    first_names: str
    call_name: str | None
    last_name: str
    state: str
    gender: str | None = guarded(*CARE)
    municipality: str | None = guarded(*CONTACT)
    street_address: str | None = guarded(*CONTACT)
    postal_code: str | None = guarded(*CONTACT)
    city: str | None = guarded(*CONTACT)
    email: str | None = guarded(*CONTACT)

    @strawberry.field
    def phones(root: Any) -> list[str] | None:  # noqa: N805 # the row; a permission class would answer [] for a list
        hidden = root.safety_restriction or root.processing_restriction
        return None if hidden else list(root.phones)

    @strawberry.field
    async def referrals(self, info: strawberry.Info, first: int = 25) -> Referrals:
        return Referrals(nodes=(await info.context["referrals"].load(self.id))[:first])

    @strawberry.field
    async def programmes(self, info: strawberry.Info, first: int = 25) -> Programmes:
        return Programmes(nodes=(await info.context["programmes"].load(self.id))[:first])

    @strawberry.field
    async def contracts(self, info: strawberry.Info, first: int = 25) -> Contracts:
        return Contracts(nodes=(await info.context["contracts"].load(self.id))[:first])

    @strawberry.field
    async def attendance(self: Any, info: strawberry.Info, filter: AttendanceFilter, first: int = 25) -> Days:  # noqa: A002 # as in our schema
        rows = await info.context["days"].load((self.id, filter.day.gte, filter.day.lt))
        return Days(nodes=[] if self.safety_restriction else rows[:first])  # nobody here is cleared


@strawberry.type
class Clients:
    nodes: list[Client]


@strawberry.enum
class ClientOrder(Enum):
    LAST_NAME = "LAST_NAME"


@strawberry.type
class Query:
    @strawberry.field
    async def client(self, info: strawberry.Info, id: strawberry.ID) -> Client | None:  # noqa: A002 # as in our schema
        asker = info.context["asker"]
        found: Any = await models.Client.get_or_none(id=UUID(hex=str(id)[-32:]), unit_id=asker.unit, state__in=STATES)
        return found  # type: ignore[no-any-return] # the row stands for its type

    @strawberry.field
    async def clients(
        self, info: strawberry.Info, first: int, order_by: ClientOrder, after: str | None = None
    ) -> Clients:
        del order_by  # there is only one
        key, _, last = (after or f"|{UUID(int=0)}").rpartition("|")
        later = Q(sort_key__gt=key) | Q(sort_key=key, id__gt=UUID(hex=last))
        rows: Any = models.Client.filter(later, unit_id=info.context["asker"].unit, state__in=STATES, sort_key__gte=key)
        found = await rows.order_by("sort_key", "id").limit(first)
        info.context["clients"].update({row.id: row for row in found})
        return Clients(nodes=found)


class View(GraphQL[Any, Any]):
    def decode_json(self, data: str | bytes) -> Any:
        return orjson.loads(data)

    def encode_json(self, data: object) -> bytes:
        return orjson.dumps(data)

    async def get_context(self, request: Any, response: Any) -> dict[str, Any]:
        del request, response
        return loaders(Asker(made(UNIT, 0), made(ACCOUNT, 0)))


def loader_app(url: str) -> Starlette:
    """Return the peer on a database."""
    view = View(strawberry.Schema(Query, extensions=[ParserCache, ValidationCache]), graphql_ide=None)

    @asynccontextmanager
    async def life(_app: Starlette) -> AsyncIterator[None]:
        async with orm(url):
            yield

    async def endpoint(request: Request) -> Response:
        return await view.run(request)

    return Starlette(routes=[Route("/graphql", endpoint, methods=["POST"])], lifespan=life)
