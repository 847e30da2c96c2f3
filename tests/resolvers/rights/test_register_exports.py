"""A whole register goes to another controller: two people decide, and each person's log says that the data went."""

from datetime import UTC, datetime
from errno import ENOSPC
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest

import models
from resolvers.rights.whole_register.export import ExportNotApproved, export_register
from tests.support.actions.content import create, step, try_to_create
from tests.support.actions.register_exports import MemoryArchive
from tests.support.organisation import STAMP, SampleOrganisation
from tests.support.system_context import system_context_on


async def proposed(organisation: SampleOrganisation) -> dict[str, Any]:
    given = {"registerId": organisation.ids["register"], "receiver": "Toinen ry", "basis": "Liikkeenluovutus"}
    return await create(organisation, "privacy_officer", "RegisterExport", **given)


async def exported(organisation: SampleOrganisation, it: dict[str, Any]) -> list[dict[str, Any]]:
    return (await archived(organisation, it)).lines("objects.jsonl")


async def archived(organisation: SampleOrganisation, it: dict[str, Any]) -> MemoryArchive:
    archive, uuid = MemoryArchive(), UUID(it["id"].rpartition("_")[2])
    await export_register(system_context_on(organisation), uuid, archive)
    return archive


async def test_two_people_decide_and_the_file_is_made_once(organisation: SampleOrganisation) -> None:
    it = await proposed(organisation)
    with pytest.raises(ExportNotApproved):
        await exported(organisation, it)

    assert await step(organisation, "privacy_officer", "RegisterExport", it, "APPROVE") == ["ANOTHER_PERSON"]
    assert await step(organisation, "manager", "RegisterExport", it, "APPROVE") == []
    archive = await archived(organisation, it)

    query = "query E($i: ID!) { registerExport(id: $i) { state lines digest } }"
    done = (await organisation.data("manager", query, i=it["id"]))["registerExport"]
    assert (done["state"], done["lines"]) == ("DONE", sum(archive.manifest()["counts"].values()))
    assert done["digest"] == sha256(archive.members["manifest.json"]).hexdigest()
    with pytest.raises(ExportNotApproved):
        await exported(organisation, it)


async def test_the_lines_hold_the_clients_of_the_register_and_nobody_else(organisation: SampleOrganisation) -> None:
    it = await proposed(organisation)
    assert await step(organisation, "manager", "RegisterExport", it, "APPROVE") == []

    archive = await archived(organisation, it)
    head, lines = archive.manifest(), archive.lines("objects.jsonl")

    assert (head["format"], head["version"], head["register"]) == ("polku-register", 2, organisation.ids["register"])
    clients = {line["fields"]["firstNames"]: line for line in lines if line["type"] == "Client"}
    assert set(clients) == {"Aino", "Pertti", "Saara", "Tuuli"}, "whoever has or had a relationship in it"
    assert clients["Aino"]["fields"]["unitId"] == organisation.ids["unit_a"]
    relationships = [line for line in lines if line["type"] == "Relationship"]
    assert {line["fields"]["clientId"] for line in relationships} == {line["id"] for line in clients.values()}
    assert not {line["type"] for line in lines} & {"Account", "LoginEvent", "RoleGrant"}


async def test_what_stands_in_another_register_stays_there(organisation: SampleOrganisation) -> None:
    other = await models.Register.create(
        state="ACTIVE",
        organisation=organisation.rows["organisation"],
        name="Toinen rekisteri",
        purpose="Muu palvelu",
        legal_basis="Laki",
        contact_name="Toinen",
        contact_email="toinen@example.org",
        **STAMP,
    )
    aino = organisation.rows["relationship_aino"]
    elsewhere = await models.Relationship.create(
        **{
            name: getattr(aino, name)
            for name in ("state", "client_id", "unit_id", "responsible_coach_id", "started_on")
        },
        register=other,
        **STAMP,
    )
    it = await proposed(organisation)
    assert await step(organisation, "manager", "RegisterExport", it, "APPROVE") == []

    lines = await exported(organisation, it)

    ids = {line["id"] for line in lines}
    assert organisation.ids["relationship_aino"] in ids
    assert f"relationship_{elsewhere.pk.hex}" not in ids


async def test_a_file_that_is_not_finished_has_left_its_rows(organisation: SampleOrganisation) -> None:
    it = await proposed(organisation)
    assert await step(organisation, "manager", "RegisterExport", it, "APPROVE") == []

    class FullDisk(MemoryArchive):
        def add_line(self, member: str, line: bytes) -> None:
            raise OSError(ENOSPC, f"no space for {len(line)} bytes of {member}")

    with pytest.raises(OSError, match="no space"):
        await export_register(system_context_on(organisation), UUID(it["id"].rpartition("_")[2]), FullDisk())

    assert await organisation.count("disclosure_log", "operation = 'exportRegister'") == 1
    assert len(await exported(organisation, it)) > 4, "it may be made again"


async def test_each_person_sees_in_the_log_that_the_data_went(organisation: SampleOrganisation) -> None:
    it = await proposed(organisation)
    assert await step(organisation, "manager", "RegisterExport", it, "APPROVE") == []
    await exported(organisation, it)

    row = await organisation.pool.fetch(
        "SELECT subjects, purpose FROM disclosure_log WHERE operation = 'exportRegister'"
    )
    query = "query L($i: ID!) { client(id: $i) { accessLog { operation } } }"
    log = (await organisation.data("trainee", query, i=organisation.ids["aino"]))["client"]["accessLog"]

    assert [len(one["subjects"]) for one in row] == [4]
    assert "exportRegister" in [entry["operation"] for entry in log]


@pytest.mark.parametrize("who", ["administrator", "manager", "supervisor_a", "coach_a", "trainee", "official_x"])
async def test_nobody_but_the_privacy_officer_proposes_one(organisation: SampleOrganisation, who: str) -> None:
    given = {"registerId": organisation.ids["register"], "receiver": "Toinen ry", "basis": "Kokeilu"}

    made, refused = await try_to_create(organisation, who, "RegisterExport", **given)

    assert made == {}
    assert refused
    assert await organisation.count("register_export") == 0


async def test_a_cancelled_export_is_never_made(organisation: SampleOrganisation) -> None:
    it = await proposed(organisation)
    assert await step(organisation, "manager", "RegisterExport", it, "APPROVE") == []
    organisation.now = datetime(2026, 11, 24, 8, tzinfo=UTC)
    assert await step(organisation, "privacy_officer", "RegisterExport", it, "CANCEL", comment="Sopimus raukesi.") == []

    with pytest.raises(ExportNotApproved):
        await exported(organisation, it)
    assert await organisation.count("disclosure_log", "operation = 'exportRegister'") == 0
