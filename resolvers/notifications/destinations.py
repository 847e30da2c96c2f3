"""Destinations to which data may be sent: hosts inside the European Economic Area that somebody is responsible for."""

import re

from tortoise.backends.base.client import BaseDBAsyncClient

from models.destination import Destination
from resolvers.context import PendingChange, Rulebook
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from workflow.destination import OPEN_DESTINATION_STATES
from workflow.eea import is_inside

HOST = re.compile(r"(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*")


async def inside_eea(change: PendingChange) -> list[Problem]:
    """
    Refuse a malformed host name, and a country outside the European Economic Area.

    Source: privacy notice, "transfers outside the EU/EEA": there are none.
    """
    row = change.row
    row.host = row.host.lower().rstrip(".")
    return [
        *problem_unless(HOST.fullmatch(row.host) is not None, "HOST_MALFORMED", "host"),
        *problem_unless(is_inside(row.country), "OUTSIDE_EEA", "country"),
    ]


async def may_send(kind: str, host: str, db: BaseDBAsyncClient) -> bool:
    """Return whether a destination of this kind and host is in use and inside the European Economic Area."""
    destination = await Destination.get_or_none(
        kind=kind, host=host.lower(), state__in=OPEN_DESTINATION_STATES, using_db=db
    )
    return destination is not None and is_inside(destination.country)


DESTINATION_RULES = Rulebook.of(
    rules=(inside_eea,),
)
