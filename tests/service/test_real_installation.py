"""
A real installation: from an empty database in production mode to a referral, its purge, and a restored backup.

Nothing of the demo and no SQL takes part. Time passes because the moment is an argument.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from resolvers.public_ids import object_uuid
from resolvers.retention.purge_run import run_purges
from service.database.connections import orm, read_pool
from service.database.embedded_postgres import EmbeddedPostgres
from service.database.erasure_replay import erasure_list_of, refuse_unobeyed
from service.graphql import build_answering
from service.system_context import system_context_at
from tests.support.actions.casework import referral_in_interview
from tests.support.actions.content import create, step, update
from tests.support.installed_service import (
    InstalledOrganisation,
    InstalledService,
    Person,
    empty_installation,
    links_in,
    restored_as,
)

SETUP = (
    *("setup", "--organisation", "Polku ry", "--business-id", "0944845-0", "--unit", "Paja"),
    *("--administrator", "Anna Ahola <anna@example.org>", "--administrator", "Eero Eskola <eero@example.org>"),
    *("--privacy-officer", "Tiina Tieto <tiina@example.org>", "--contact", "Tiina Tieto <tiina@example.org>"),
)
STAFF = (("coach_a", "Valma", "coach"), ("supervisor_a", "Esa", "supervisor"), ("manager", "Johanna", "manager"))
FOUND = """{ units { nodes { id } } registers { nodes { id } } serviceTypes(first: 50) { nodes { id code } }
  viewer { roles { role } } }"""
CREATED = """mutation C($i: Create{0}Input!) {{ done: create{0}(input: $i) {{
  {1} it: {2} {{ id }} errors {{ code path }} }} }}"""
SEEN = """{ clients(search: "esimerkki") { nodes { id revision state
  relationships { nodes { id revision state } } } } }"""


@dataclass
class Known:
    """The ids of what was made, and of the people's accounts, by short names."""

    ids: dict[str, str] = field(default_factory=dict)
    accounts: dict[str, Any] = field(default_factory=dict)


@pytest.fixture
def installed(postgres: EmbeddedPostgres, tmp_path: Path) -> InstalledService:
    return empty_installation(postgres, tmp_path)


async def made(who: Person, noun: str, **given: Any) -> dict[str, Any]:
    """Create something in a person's own session; return its id, and what was shown once."""
    shown = "secret" if noun.endswith("Invitation") else ""
    query = CREATED.format(noun, shown, noun[0].lower() + noun[1:])
    done = (await who.ask(query, i=given))["done"]
    assert done["errors"] == [], done["errors"]
    return {"id": done["it"]["id"], "link": done.get("secret")}


async def hire(admin: Person, known: Known, name: str, first: str, role: str) -> None:
    """Invite an employee by link and grant a role; the person logs in."""
    member = await made(admin, "StaffMember", firstName=first, lastName="Uusi", unitId=known.ids["unit_a"])
    invitation = await made(admin, "Invitation", staffMemberId=member["id"])
    query = "query I($i: ID!) { invitation(id: $i) { account { id } } }"
    account = (await admin.ask(query, i=invitation["id"]))["invitation"]["account"]["id"]
    unit = {} if role == "manager" else {"unitId": known.ids["unit_a"]}
    await made(admin, "RoleGrant", accountId=account, role=role, startsOn="2026-01-01", **unit)
    person = Person(admin.app, name)
    assert (await person.accept(str(invitation["link"]))).status_code == 200
    known.ids[name], known.accounts[name] = member["id"], account_id(account)


def account_id(public: str) -> Any:
    return object_uuid("account", public)


async def everybody_enters(installed: InstalledService, links: list[str]) -> Known:
    """Let everybody in: the invited three, then staff and an official whom an administrator invites."""
    known = Known()
    async with installed.served() as app:
        admin, second, officer = Person(app, "anna"), Person(app, "eero"), Person(app, "tiina")
        welcomed = [await person.accept(link) for person, link in zip((admin, second, officer), links, strict=True)]
        assert [page.status_code for page in welcomed] == [200, 200, 200]
        assert admin.device, "staff of the embedded provider have a second factor"
        assert (await Person(app, "mallory").browser.open(links[0])).status_code == 410, "a link works once"

        found = await admin.ask(FOUND)
        known.ids |= {kind["code"]: kind["id"] for kind in found["serviceTypes"]["nodes"]}
        known.ids |= {"unit_a": found["units"]["nodes"][0]["id"], "register": found["registers"]["nodes"][0]["id"]}
        for name, first, role in STAFF:
            await hire(admin, known, name, first, role)
        agency = await made(admin, "Agency", name="Hyvinvointialue", kind="WELLBEING_AREA")
        invitation = await made(admin, "Invitation", agencyId=agency["id"], name="Olli Official")
        await Person(app, "olli").accept(str(invitation["link"]))
        accounts = "{ accounts(first: 50) { nodes { id name kind } } }"
        named = {row["name"]: row["id"] for row in (await admin.ask(accounts))["accounts"]["nodes"]}
        known.accounts["official_x"] = account_id(named["Olli Official"])
        known.accounts["privacy_officer"] = account_id(named["Tiina Tieto"])
        assert (await admin.ask("{ clients { totalCount } }"))["clients"]["totalCount"] == 0
    return known


async def lives(organisation: InstalledOrganisation, today: date) -> str:
    """A referral from an authority to the end of the coaching; return the client's id."""
    given = {"consentGivenOn": today.isoformat(), "email": "eeva@posti.example"}
    referral = await referral_in_interview(organisation, **given)
    assert await step(organisation, "supervisor_a", "Referral", referral, "ACCEPT") == []
    decided = {"responsibleCoachId": organisation.ids["coach_a"], "registerId": organisation.ids["register"]}
    assert await update(organisation, "supervisor_a", "Referral", referral, **decided) == []
    assert await step(organisation, "supervisor_a", "Referral", referral, "START") == []
    [client] = (await organisation.data("coach_a", SEEN))["clients"]["nodes"]
    [relationship] = client["relationships"]["nodes"]
    assert await step(organisation, "coach_a", "Relationship", relationship, "END", reason="EMPLOYED") == []
    assert await step(organisation, "coach_a", "Client", client, "END", comment="Eeva found work") == []
    return str(client["id"])


async def is_purged(installed: InstalledService, organisation: InstalledOrganisation) -> None:
    """Four years later two people decide, and the person is gone."""
    asked = {"kind": "DUE", "basis": "RETENTION_OVER", "registerId": organisation.ids["register"]}
    purge = await create(organisation, "privacy_officer", "Purge", **asked)
    assert await step(organisation, "privacy_officer", "Purge", purge, "APPROVE") == []
    assert await step(organisation, "manager", "Purge", purge, "CONFIRM") == []
    assert await run_purges(system_context_at(installed.settings, organisation.now)) == 1


async def name_of(organisation: InstalledOrganisation, client: str) -> Any:
    query = "query C($i: ID!) { client(id: $i) { state lastName } }"
    return (await organisation.data("privacy_officer", query, i=client))["client"]


async def test_an_installation_from_nothing_to_a_purge_and_a_restored_backup(
    installed: InstalledService, postgres: EmbeddedPostgres, tmp_path: Path
) -> None:
    elsewhere = f"restored_{uuid4().hex}"
    postgres.create_database(elsewhere)
    now = datetime.now(UTC)
    later = now.replace(year=now.year + 5, day=min(now.day, 28))

    migrated = installed.command("migrate")
    printed = installed.command(*SETUP)
    again = installed.command(*SETUP, code=2)
    links = links_in(printed)

    assert "reference content" in migrated.lower()
    assert len(links) == 3
    assert "The installation is set up" in again
    known, settings = await everybody_enters(installed, links), installed.settings
    async with orm(settings.application_url), read_pool(settings.application_url, 4) as pool:
        answering = build_answering(settings, pool)
        organisation = InstalledOrganisation(answering, pool, known.ids, {}, now, known.accounts)
        client = await lives(organisation, now.date())
        installed.command("backup", "--to", str(tmp_path / "backups"))
        before = await name_of(organisation, client)
        organisation.at(later)
        await is_purged(installed, organisation)
        after = await name_of(organisation, client)
        listed = installed.command("account", "list")

    [backup] = (tmp_path / "backups").glob("*.backup")
    said = installed.command("restore", "--from", str(backup), "--into", elsewhere)
    restored = restored_as(installed, elsewhere)
    async with orm(restored.settings.application_url), read_pool(restored.settings.application_url, 2) as pool:
        await refuse_unobeyed(pool, erasure_list_of(restored.settings))
        organisation = InstalledOrganisation(
            build_answering(restored.settings, pool), pool, known.ids, {}, later, known.accounts
        )
        forgotten = await name_of(organisation, client)

    assert before == {"state": "ENDED", "lastName": None}, "the officer sees content only for a request"
    assert after == forgotten == {"state": "ERASED", "lastName": None}
    assert "erased again" in said
    assert "Anna Ahola" in listed
    assert "administrator" in listed
