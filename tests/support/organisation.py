"""A small organisation for tests: two units, a person in every role, and clients in every state. All are invented."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import orjson
from uuid_utils.compat import uuid7

import models
from auth.accounts.undertaking import UNDERTAKING_VERSION
from auth.accounts.viewer_loading import ByToken, load_viewer_and_session
from auth.tokens.access_tokens import AccessToken
from auth.viewer import Viewer
from models.account import Account, RoleGrant
from models.ordering import sort_key
from models.vocabulary import seeded_words, service_types
from schema.execution.answering import Answering
from schema.execution.runtime import GraphQLRequest
from service.database.statement_pool import StatementPool

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
ISSUER = "https://provider.example"
NOBODY = UUID(int=0)
STAMP: Mapping[str, Any] = {"created_at": NOW, "created_by": NOBODY, "modified_at": NOW, "modified_by": NOBODY}


@dataclass
class SampleOrganisation:
    """The rows and public ids of the organisation by short names, and the way to ask the API as one of its people."""

    answering: Answering
    pool: StatementPool
    ids: dict[str, str] = field(default_factory=dict)
    rows: dict[str, Any] = field(default_factory=dict)
    now: datetime = NOW

    def keep(self, name: str, noun: str, row: Any) -> Any:
        """Remember a row under a name; `ids[name]` is its public id."""
        self.rows[name], self.ids[name] = row, f"{noun}_{UUID(str(row.pk)).hex}"
        return row

    async def viewer(self, name: str, scopes: frozenset[str] | None = None) -> Viewer:
        """Return a person as a session would have it, or with the scopes of a token."""
        token = AccessToken(ISSUER, name, "test", scopes or frozenset(), 0)
        entry = await load_viewer_and_session(ByToken(token), self.now)
        assert entry is not None, f"nobody is called {name}"
        return replace(entry.viewer, scopes=scopes)

    async def raw(self, who: str, query: str, scopes: frozenset[str] | None = None, **variables: Any) -> bytes:
        """Return the bytes of the answer to an operation that a person asks."""
        ask = GraphQLRequest(query, variables, None, await self.viewer(who, scopes), self.now)
        return (await self.answering.answer(ask)).body

    async def ask(self, who: str, query: str, scopes: frozenset[str] | None = None, **variables: Any) -> dict[str, Any]:
        """Return the answer to an operation that a person asks."""
        return dict(orjson.loads(await self.raw(who, query, scopes, **variables)))

    async def data(
        self, who: str, query: str, scopes: frozenset[str] | None = None, **variables: Any
    ) -> dict[str, Any]:
        """Return the data of an answer that must have no errors."""
        answer = await self.ask(who, query, scopes, **variables)
        assert "errors" not in answer, answer["errors"]
        return dict(answer["data"])

    async def count(self, table: str, condition: str = "TRUE") -> int:
        """Return how many rows a table holds."""
        return int(await self.pool.fetchval(f"SELECT count(*) FROM {table} WHERE {condition}"))


@dataclass(frozen=True)
class OrganisationTemplate:
    """A database with the organisation in it, to be copied, and the rows and ids that every copy has."""

    database: str
    made: SampleOrganisation

    def organisation_on(self, answering: Answering, pool: StatementPool) -> SampleOrganisation:
        """Return the organisation in a copy; its rows are its own."""
        return SampleOrganisation(answering, pool, dict(self.made.ids), deepcopy(self.made.rows))


STAFF = {
    "coach_a": ("coach", "unit_a"),
    "coach_b": ("coach", "unit_b"),
    "colleague_a": ("colleague", "unit_a"),
    "supervisor_a": ("supervisor", "unit_a"),
    "supervisor_b": ("supervisor", "unit_b"),
    "manager": ("manager", None),
    "finance": ("finance", None),
    "privacy_officer": ("privacy_officer", None),
    "administrator": ("administrator", None),
}
CLIENTS = {
    "aino": ("Aino", "Äijälä", "unit_a", "ACTIVE", "coach_a"),
    "ville": ("Ville", "Virtanen", "unit_a", "ACTIVE", None),
    "pertti": ("Pertti", "Öhman", "unit_b", "ACTIVE", "coach_b"),
    "saara": ("Saara", "Salo", "unit_a", "ENDED", "coach_a"),
    "turva": ("Tuuli", "Turvanen", "unit_a", "ACTIVE", "coach_a"),
    "uusi": ("Uuno", "Uusi", "unit_b", "PROSPECT", None),
}


async def build_organisation(answering: Answering, pool: StatementPool) -> SampleOrganisation:
    """Store the organisation, its people, its clients and the vocabularies."""
    organisation = SampleOrganisation(answering, pool)
    await _organisation(organisation)
    for name, (role, unit) in STAFF.items():
        await hire_staff(organisation, name, role, unit)
    for name, (first, last, unit, state, coach) in CLIENTS.items():
        await _client(organisation, name, first, last, unit, state, coach)
    await open_account(organisation, "trainee", "TRAINEE", client_id=organisation.rows["aino"].pk)
    await _outside(organisation)
    await _words(organisation)
    return organisation


async def _outside(organisation: SampleOrganisation) -> None:
    for name in ("agency_x", "agency_y"):
        agency = await models.Agency.create(state="ACTIVE", name=name, kind="EMPLOYMENT", **STAMP)
        organisation.keep(name, "agency", agency)
        official = await models.Official.create(
            state="ACTIVE", agency=agency, first_name="Olli", last_name=f"Official {name[-1]}", sort_key=name, **STAMP
        )
        organisation.keep(f"official_{name[-1]}", "official", official)
        await open_account(organisation, f"official_{name[-1]}", "OFFICIAL", agency_id=agency.pk)
    workplace = await models.Workplace.create(
        state="ACTIVE", name="Työpaja", contact_unit_id=organisation.rows["unit_a"].pk, **STAMP
    )
    organisation.keep("workplace", "workplace", workplace)
    await open_account(organisation, "workplace", "WORKPLACE", workplace_id=workplace.pk)


async def _words(organisation: SampleOrganisation) -> None:
    await models.Term.bulk_create(
        [
            models.Term(
                state="ACTIVE",
                vocabulary=w.vocabulary,
                token=w.token,
                title_fi=w.fi,
                title_sv=w.sv,
                title_en=w.en,
                position=w.order,
                starts_on=w.starts_on,
                ends_before=w.ends_before,
                facts=[{"name": name, "text": text} for name, text in w.facts.items()],
                **STAMP,
            )
            for w in seeded_words()
        ]
    )
    for version in service_types():
        rules: dict[str, Any] = dict(version.rules)
        kind = await models.ServiceType.create(
            state="ACTIVE",
            code=version.token,
            title_fi=version.fi,
            title_sv=version.sv,
            title_en=version.en,
            starts_on=version.starts_on,
            ends_before=version.ends_before,
            **rules,
            **STAMP,
        )
        organisation.keep(version.token, "service_type", kind)


async def _organisation(organisation: SampleOrganisation) -> None:
    controller = await models.Organisation.create(state="ACTIVE", name="Polku ry", business_id="0944845-0", **STAMP)
    organisation.keep("organisation", "organisation", controller)
    register = await models.Register.create(
        state="ACTIVE",
        organisation=controller,
        name="Valmentautujatietorekisteri",
        purpose="Valmennus",
        legal_basis="Laki",
        contact_name="Tiina Tietosuoja",
        contact_email="tietosuoja@example.org",
        contact_phone="+358401234500",
        contact_address="Kalevankatu 2, 50100 Mikkeli",
        name_sv="Klientregister",
        name_en="Register of trainees",
        **STAMP,
    )
    organisation.keep("register", "register", register)
    for name in ("unit_a", "unit_b"):
        unit = await models.Unit.create(state="ACTIVE", organisation=controller, name=name, **STAMP)
        organisation.keep(name, "unit", unit)


async def hire_staff(organisation: SampleOrganisation, name: str, role: str, unit: str | None) -> None:
    """Store a staff member with an account and a role, in a unit or everywhere."""
    member = await models.StaffMember.create(
        state="ACTIVE",
        unit=organisation.rows[unit or "unit_a"],
        first_name=role.title(),
        last_name=name.title(),
        sort_key=sort_key(name, role),
        email=f"{name}@example.org",
        **STAMP,
    )
    organisation.keep(name, "staff_member", member)
    account = await open_account(organisation, name, "STAFF", staff_id=member.pk)
    await RoleGrant.create(
        account=account,
        role=role,
        unit_id=organisation.rows[unit].pk if unit else None,
        starts_on=date(2026, 1, 1),
        state="IN_FORCE",
        **STAMP,
    )


async def open_account(organisation: SampleOrganisation, name: str, kind: str, **person: Any) -> Account:
    """Store an account that can log in."""
    account = await Account.create(
        id=uuid7(),
        issuer=ISSUER,
        subject=name,
        kind=kind,
        name=None if kind in ("TRAINEE", "GUARDIAN") else name,
        undertaking_version=UNDERTAKING_VERSION,
        undertaking_accepted_at=NOW,
        state="ACTIVE",
        **STAMP,
        **person,
    )
    organisation.rows[f"account_{name}"] = account
    return account


async def _client(
    organisation: SampleOrganisation, name: str, first: str, last: str, unit: str, state: str, coach: str | None
) -> None:
    client = await models.Client.create(
        state=state,
        unit=organisation.rows[unit],
        first_names=first,
        last_name=last,
        sort_key=sort_key(last, first),
        phones=["+358401234567"],
        email=f"{name}@example.org",
        municipality="491",
        street_address="Kalevankatu 1",
        gender="UNDISCLOSED",
        safety_restriction=name == "turva",
        **STAMP,
    )
    organisation.keep(name, "client", client)
    if coach:
        relationship = await models.Relationship.create(
            state="ENDED" if state == "ENDED" else "ACTIVE",
            client=client,
            register=organisation.rows["register"],
            unit=organisation.rows[unit],
            responsible_coach=organisation.rows[coach],
            started_on=date(2026, 1, 7),
            **STAMP,
        )
        organisation.keep(f"relationship_{name}", "relationship", relationship)
