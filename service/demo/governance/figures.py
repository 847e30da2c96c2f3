"""The figures of the demo's past months, counted from its own people by the rule by which the service counts."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

import models
from models.monthly_figure import FrozenMonth
from service.demo.context import SYSTEM, DemoContext
from workflow.calendar import months_after
from workflow.programme import NEVER_RUN_PROGRAMME_STATES
from workflow.statistics import SETTLING_DAYS, Case, last_settled_month, publishable_figures

_BY_CODE = {
    "STARTED": (None, "STARTED_BY_AGENCY", "STARTED_BY_MUNICIPALITY"),
    "SERVICE_BEGUN": (None, "SERVICE_BEGUN_BY_TYPE"),
    "ENDED": (None, "ENDED_BY_REASON", "ENDED_BY_SITUATION"),
}


def add_figures(demo: DemoContext) -> None:
    """Add the figures of every month that has settled; the worker goes on from there."""
    cases: dict[date, list[Case]] = {}
    for month, case in _cases(demo):
        cases.setdefault(month, []).append(case)
    month, last = min(cases), last_settled_month(demo.today)
    while month <= last:
        counted_on = min(demo.at(months_after(month, 1).replace(day=SETTLING_DAYS + 1), 3), demo.now)
        demo.ledger.plain(FrozenMonth, month=month, frozen_at=counted_on)
        for figure in publishable_figures(cases.get(month, [])):
            column = "agency_id" if figure.kind == "STARTED_BY_AGENCY" else "code"
            shared: dict[str, Any] = {"code": None, "agency_id": None} | {column: figure.code}
            demo.ledger.add(
                "monthly_figure",
                "FROZEN",
                counted_on,
                SYSTEM,
                unit_id=figure.unit,
                month=month,
                kind=figure.kind,
                people=figure.people,
                **shared,
            )
        month = months_after(month, 1)


def _cases(demo: DemoContext) -> Iterator[tuple[date, Case]]:
    """Yield who counts in which month, in the order of the days."""
    rows = demo.ledger.rows
    clients: dict[UUID, Any] = {row["id"]: row for row in rows[models.Client]}
    agencies = {row["id"]: row["agency_id"] for row in rows[models.Referral]}
    services = {row["id"]: row["code"] for row in rows[models.ServiceType]}
    known: set[UUID] = set()
    for row in sorted(rows[models.Relationship], key=lambda one: one["started_on"]):
        client = clients[row["client_id"]]
        codes = (agencies.get(row["referral_id"]), client["municipality"])
        yield from _of(row, "started_on", "STARTED", client, *codes, is_known=client["id"] in known)
        known.add(client["id"])
        if row["ended_on"]:
            yield from _of(row, "ended_on", "ENDED", client, row["end_reason"], row["situation_at_end"])
    for row in sorted(rows[models.Programme], key=lambda one: one["starts_on"]):
        if row["state"] not in NEVER_RUN_PROGRAMME_STATES:
            yield from _of(
                row, "starts_on", "SERVICE_BEGUN", clients[row["client_id"]], services[row["service_type_id"]]
            )


def _of(
    row: Any, day: str, event: str, client: Any, *codes: Any, is_known: bool = False
) -> Iterator[tuple[date, Case]]:
    for code, kind in zip((None, *codes), _BY_CODE[event], strict=True):
        is_nowhere = kind == "STARTED_BY_MUNICIPALITY" and (client["safety_restriction"] or is_known)
        is_apart = kind is not None and (client["processing_restriction"] or is_nowhere)
        yield row[day].replace(day=1), Case(row["unit_id"], kind or event, client["id"], code, is_apart)
