"""Random rows of every type in every state, the facts that decide who reaches them, and viewers of every kind."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from auth.access_paths import RowFacts
from auth.viewer import Viewer
from resolvers.declaration import ContentType
from service.database.embedded_postgres import EmbeddedPostgres
from tests.support.organisation import NOW, TODAY
from tests.support.rows.fillable_service import FillableService, service_on_new_database
from tests.support.rows.filler import AUTHOR, Filler
from workflow.calendar import months_after
from workflow.data_request import OPEN_STATES
from workflow.form import REFERRAL_ANSWER_STATES
from workflow.referral import ENDED_REFERRAL_STATES
from workflow.representation import MATTERS, OF_MINORS, RIGHTS
from workflow.roles import ROLES, AccountKind, Holding, PathKind
from workflow.vocabulary import SCOPES

DAYS = (None, TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=1))
PER_STATE = 4
NOUNS_WITH_ONE_ROW_A_STATE = frozenset(
    {
        "unit",
        "staff_member",
        "agency",
        "workplace",
        "referral",
        "register_law",
        "invitation",
        "client_invitation",
        "guardian_invitation",
        "identity_match",
    }
)
STRANGER = UUID(int=0xB0)


def may_be_told(referral: Mapping[str, Any], consents: Sequence[Any], category: str = "") -> bool:
    """Tell whether an agency may be told of the person of its referral, as decisions 0182 and 0183 put it."""
    if referral["basis"] != "CONSENT":
        return True
    given_on, until = referral["consent_given_on"], referral["consent_valid_until"]
    is_in_force = given_on is not None and given_on <= TODAY and (until is None or until >= TODAY)
    covering = [c for c in consents if covers(c, referral) and (not category or category in c["categories"])]
    is_recorded = any(c["referral_id"] == referral["id"] for c in consents)
    return is_in_force and referral["consent_withdrawn_on"] is None and (bool(covering) or not is_recorded)


def lacks_consent(referral: Mapping[str, Any]) -> bool:
    """Tell whether a referral is undecided and rests on a consent that is not in force today."""
    is_undecided = referral["state"] not in {
        "DRAFT",
        "STARTED",
        "CLOSED",
        "REJECTED",
        "EXPIRED",
        "NO_SHOW",
        "WITHDRAWN",
    }
    given_on, until = referral["consent_given_on"], referral["consent_valid_until"]
    is_in_force = given_on is not None and given_on <= TODAY and (until is None or until >= TODAY)
    return (
        is_undecided
        and referral["basis"] == "CONSENT"
        and not (is_in_force and referral["consent_withdrawn_on"] is None)
    )


@dataclass
class RandomRows:
    """A service full of random rows, and all of them as the database holds them."""

    service: FillableService
    rows: dict[str, list[dict[str, Any]]]

    def ids(self, noun: str) -> list[UUID]:
        """Return the ids of the rows of a type."""
        return [row["id"] for row in self.rows[noun]]

    def facts(self, viewer: Viewer, type_: ContentType, row: dict[str, Any]) -> RowFacts:
        """Return the facts about a row, found by looking through all rows."""
        reach = type_.kind.reach
        client = row[reach.client] if reach.client else None
        consent = row[reach.consent] if reach.consent else None
        unit = row[reach.unit] if reach.unit else None
        through = {
            PathKind.CASELOAD: client is not None and self.covers(viewer.staff, client),
            PathKind.CONSENT: consent is not None and self.consents(viewer.agency, consent, reach.category),
            PathKind.EMERGENCY: client is not None and self.opened(viewer.account, client),
            PathKind.SUPPORT: client is not None and self.supports(viewer.staff, "client_id", client),
            PathKind.SUPPORTED_UNIT: unit is not None and self.supports(viewer.staff, "whole_unit_id", unit),
            PathKind.REQUEST: client is not None and self.asks(viewer.account, client),
        }
        came_with = row[reach.referral] if reach.referral else None
        restrictions = frozenset(
            column
            for column in ("safety_restriction", "processing_restriction")
            if row.get(column)
            or any(c["id"] == client and c[column] for c in self.rows["client"])
            or any(r["id"] == came_with and r.get(column) for r in self.rows["referral"])
        )
        rests_on = [row] if type_.noun == "referral" else [r for r in self.rows["referral"] if r["id"] == came_with]
        if any(lacks_consent(r) for r in rests_on):
            restrictions |= {"consent_not_in_force"}
        consents = self.rows["consent"]
        if any(r["state"] in ENDED_REFERRAL_STATES and not may_be_told(r, consents) for r in rests_on):
            restrictions |= {"agency_consent_ended"}
        if any(not may_be_told(r, consents, "PROGRAMME") for r in rests_on):
            restrictions |= {"proposal_not_told"}
        if type_.noun == "attendance" and row["state"] == "PLANNED" and row["day"] != TODAY:
            restrictions |= {"not_today"}
        if type_.noun == "proposal" and row["state"] == "WITHDRAWN" and row["sent_at"] is None:
            restrictions |= {"proposal_not_sent"}
        is_guardian = "guardian" in viewer.everywhere or "guardian" in viewer.units
        own = row[reach.trainee] if is_guardian and reach.trainee and reach.matter else None
        if reach.representation:  # a guardian reaches the own acts alone
            acted = [v for v in self.rows["representation"] if v["id"] == row[reach.representation]]
            own = next((v["client_id"] for v in acted if is_guardian and v["account_id"] == viewer.account), None)
        matters = frozenset() if own is None else self.represents(viewer.account, own)
        return RowFacts(frozenset(by for by, leads in through.items() if leads), restrictions, matters)

    def represents(self, account: UUID, client: UUID) -> frozenset[str]:
        """Return the matters in which an account represents a client today."""
        [person] = [c for c in self.rows["client"] if c["id"] == client]
        told = set[str]()
        for v in self.rows["representation"]:
            is_his = (v["account_id"], v["client_id"], v["state"]) == (account, client, "IN_FORCE")
            in_time = v["valid_from"] <= TODAY and (v["valid_until"] is None or v["valid_until"] >= TODAY)
            born = person["date_of_birth"]
            holds = v["kind"] not in OF_MINORS or (born is not None and months_after(born, 216) > TODAY)
            if is_his and in_time and holds and person["died_on"] is None:
                hidden = {"CONTACT", "WHEREABOUTS"} if v["safety_restriction"] else set()
                for f in self.rows["telling_refusal"]:
                    if (f["client_id"], f["state"]) == (client, "IN_FORCE"):
                        hidden |= set(f["matters"]) if f["representation_id"] in (None, v["id"]) else set()
                told |= set(v["matters"]) - hidden
        return frozenset(told)

    def opened(self, account: UUID, client: UUID) -> bool:
        return any(
            (e["account_id"], e["client_id"], e["state"]) == (account, client, "OPEN") and e["ends_at"] > NOW
            for e in self.rows["emergency_access"]
        )

    def asks(self, officer: UUID, client: UUID) -> bool:
        return any(
            q["client_id"] == client and q["state"] in OPEN_STATES and q["created_by"] != officer
            for q in self.rows["data_request"]
        )

    def supports(self, staff: UUID | None, column: str, target: UUID) -> bool:
        return any(
            (s["staff_member_id"], s[column], s["state"]) == (staff, target, "OPEN")
            and s["starts_at"] <= NOW < s["ends_at"]
            for s in self.rows["support_access"]
        )

    def covers(self, staff: UUID | None, client: UUID) -> bool:
        responsible = any(
            (r["client_id"], r["responsible_coach_id"]) == (client, staff) and r["state"] != "RETAINED"
            for r in self.rows["relationship"]
        )
        substitutes = any(
            (s["client_id"], s["staff_member_id"], s["state"]) == (client, staff, "VALID")
            and s["starts_on"] <= TODAY
            and (s["ends_before"] is None or s["ends_before"] > TODAY)
            for s in self.rows["substitution"]
        )
        return responsible or substitutes

    def consents(self, agency: UUID | None, referral: UUID, category: str) -> bool:
        return any(
            (r["id"], r["agency_id"]) == (referral, agency)
            and r["state"] in ("STARTED", "CLOSED")
            and (
                r["basis"] == "STATUTORY"
                or any(covers(k, r) and category in k["categories"] for k in self.rows["consent"])
            )
            for r in self.rows["referral"]
        )


def covers(consent: Mapping[str, Any], referral: Mapping[str, Any]) -> bool:
    """Tell whether a consent is in force today for what a referral led to."""
    same = (consent["client_id"], consent["agency_id"]) == (referral["client_id"], referral["agency_id"])
    given_on, until = consent["given_on"], consent["valid_until"]
    return (
        same
        and consent["referral_id"] in (None, referral["id"])
        and consent["state"] == "GIVEN"
        and given_on <= TODAY
        and (until is None or until >= TODAY)
    )


def random_columns(chance: Random, noun: str, state: str, filled: dict[str, list[Any]]) -> dict[str, Any]:
    """Return the columns of a row that decide who reaches it, drawn anew."""
    if noun == "form_answer":  # without a client only with a referral
        client = (
            some_id_or_none(chance, filled["client"])
            if state in REFERRAL_ANSWER_STATES
            else chance.choice(filled["client"]).pk
        )
        author = {"entered_by": chance.choice((None, AUTHOR))}
        return {"client_id": client, "referral_id": chance.choice(filled["referral"]).pk} | author
    if noun == "client":
        flags: dict[str, Any] = {c: chance.random() < 0.4 for c in ("safety_restriction", "processing_restriction")}
        born = chance.choice((None, date(2008, 11, 22), date(2008, 11, 23), date(2008, 11, 24), date(1980, 1, 1)))
        return flags | {"date_of_birth": born, "died_on": chance.choice((None, None, None, TODAY))}
    if noun == "representation":
        begins, ends = chance.choice(DAYS[1:]), chance.choice(DAYS)
        return {
            "client_id": chance.choice(filled["client"]).pk,
            "account_id": chance.choice((AUTHOR, STRANGER)),
            "kind": chance.choice(tuple(RIGHTS)),
            "matters": sorted(chance.sample(MATTERS, 4)),
            "valid_from": begins,
            "valid_until": None if ends is not None and ends < begins else ends,
            "safety_restriction": chance.random() < 0.3,
            "evidence": "Extract",
            "decided_on": TODAY,
        }
    if noun == "telling_refusal":
        kept = chance.choice(filled["representation"])
        return {
            "client_id": kept.client_id,
            "representation_id": chance.choice((None, kept.pk)),
            "matters": [chance.choice(MATTERS)],
        }
    if noun == "substitution":
        return {"starts_on": chance.choice(DAYS[1:]), "ends_before": chance.choice(DAYS)}
    if noun == "referral":
        given_on, until = chance.choice(DAYS), chance.choice(DAYS)
        return {
            "basis": chance.choice(("CONSENT", "CONSENT", "STATUTORY")),
            "consent_given_on": given_on,
            "consent_valid_until": None if until and given_on and until < given_on else until,
            "consent_withdrawn_on": chance.choice((None, None, TODAY)),
            "entered_by": chance.choice((None, AUTHOR)),
            "client_id": some_id_or_none(chance, filled["client"]),
            "safety_restriction": chance.choice((None, False, True)),
        }
    if noun == "emergency_access":  # one open of an account to a client
        number = len(filled.get(noun, []))
        ends_at = NOW + chance.choice((-1, 1)) * timedelta(minutes=5)
        account, client = (AUTHOR, STRANGER)[number % 2], filled["client"][number // 2 % len(filled["client"])]
        return {"account_id": account, "client_id": client.pk, "ends_at": ends_at}
    if noun == "support_access":
        starts_at = NOW + chance.choice((-2, -2, 1)) * timedelta(hours=1)
        target = chance.choice(("client", "unit"))
        row = chance.choice(filled[target]).pk
        only = {"client_id": row if target == "client" else None, "whole_unit_id": row if target == "unit" else None}
        return {"starts_at": starts_at, "ends_at": starts_at + chance.choice((1, 4)) * timedelta(hours=1), **only}
    if noun == "coaching_note":
        client = UUID(str(chance.choice(filled["client"]).pk))
        shared = chance.random() < 0.5
        visibility = "SHARED_WITH_TRAINEE" if shared else "TEAM"
        author = {"created_by": chance.choice((AUTHOR, UUID(int=0)))}
        return {"client_id": client, "shared_with_id": client if shared else None, "visibility": visibility} | author
    return {}


def some_id_or_none(chance: Random, rows: list[Any]) -> UUID | None:
    """Return the id of one of the rows, or none."""
    return UUID(str(chance.choice(rows).pk)) if chance.random() < 0.7 else None


@asynccontextmanager
async def service_of_random_rows(
    postgres: EmbeddedPostgres, template: str, state: Path, per_state: int = PER_STATE
) -> AsyncIterator[RandomRows]:
    """Yield a service full of random rows; the same ones every time."""
    chance = Random(2029)
    async with service_on_new_database(postgres, template, state, chance) as service:
        filler = service.filler
        for noun in ("unit", "staff_member", "agency", "workplace", "client", *service.content_types):
            for name in service.content_types[noun].kind.workflow.states:
                for _ in range(per_state if noun not in NOUNS_WITH_ONE_ROW_A_STATE else 1):
                    await filler.add(noun, name, **random_columns(chance, noun, name, filler.rows))
        await _every_period(filler)
        for account in (AUTHOR, STRANGER):
            await service.open_account(account)
            await filler.add("agency_client", "ACTIVE", id=account)
        rows = {
            noun: [dict(r) for r in await service.pool.fetch(f"SELECT * FROM {type_.kind.table}")]
            for noun, type_ in service.content_types.items()
        }
        yield RandomRows(service, rows)


async def _every_period(filler: Filler) -> None:
    """Store every way in which today may lie before, in or after a substitution and a consent."""
    for begins, ends in product(DAYS, DAYS):
        if begins is not None:
            await filler.add("substitution", "VALID", starts_on=begins, ends_before=ends)
        if begins is None or ends is None or begins <= ends:
            client = filler.rows["client"][-1].pk
            referral = await filler.add("referral", "STARTED", basis="CONSENT", client_id=client)
            agency = {"agency_id": referral.agency_id, "client_id": client}
            for category, narrow in (("ATTENDANCE", None), ("PROGRAMME", referral.pk)) if begins else ():
                period = {"given_on": begins, "valid_until": ends, "categories": [category], "referral_id": narrow}
                await filler.add("consent", "GIVEN", **agency, **period)
            for noun, state in (("programme", "ACTIVE"), ("attendance", "RECORDED")):
                await filler.add(noun, state, referral_id=referral.pk)


HELD_ROLES = [
    str(role) for role, declared in ROLES.items() if declared.holding not in (Holding.EVERYBODY, Holding.BROUGHT)
]


@st.composite
def viewers(draw: st.DrawFn, land: RandomRows) -> Viewer:
    """Return a strategy of viewers, also of those whom no log-in would make: the rule must hold for all."""

    def perhaps(noun: str) -> UUID | None:
        return draw(st.sampled_from([None, *land.ids(noun)]))

    units = land.ids("unit")
    held = draw(
        st.dictionaries(
            st.sampled_from(HELD_ROLES), st.lists(st.sampled_from(units), min_size=1, unique=True), max_size=3
        )
    )
    scopes = st.one_of(st.none(), st.frozensets(st.sampled_from([*SCOPES, "unknown"]), max_size=3))
    return Viewer(
        account=draw(st.sampled_from([AUTHOR, STRANGER])),
        kind=draw(st.sampled_from(AccountKind)),
        epoch=1,
        name="Anybody",
        staff=perhaps("staff_member"),
        client=perhaps("client"),
        agency=perhaps("agency"),
        workplace=perhaps("workplace"),
        everywhere=draw(st.frozensets(st.sampled_from(HELD_ROLES), max_size=3)),
        units={role: tuple(ids) for role, ids in held.items()},
        scopes=draw(scopes),
        may_enter=draw(st.integers(0, 9)) > 0,
    )
