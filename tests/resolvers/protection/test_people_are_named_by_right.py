"""Who acted or sees is not named to callers who may not read the name, where that is the person or represents them."""

from typing import Any

import pytest

from models.attachment import Attachment
from tests.support.actions.content import create, update
from tests.support.actions.guardians import represent
from tests.support.organisation import NOW, SampleOrganisation

SEES = "query W($id: ID!) { whoSees(id: $id) { id name kind way } }"
HISTORY = "history { actorName actorKind action } revisions { actorName action }"
OF_CLIENT = f"query C($id: ID!) {{ client(id: $id) {{ revision {HISTORY} accessLog {{ actorName actorKind }} }} }}"
OF_CONSENT = f"query K($id: ID!) {{ consent(id: $id) {{ {HISTORY} attachments {{ name addedBy }} }} }}"
OF_ACCOUNT = f"query A($id: ID!) {{ account(id: $id) {{ revision {HISTORY} }} }}"


async def changed_by_aino(organisation: SampleOrganisation) -> str:
    """Let Aino change her telephone number herself, and return her id."""
    aino = organisation.ids["aino"]
    shown = (await organisation.data("trainee", OF_CLIENT, id=aino))["client"]
    it = {"id": aino, "revision": shown["revision"]}
    assert await update(organisation, "trainee", "Client", it, email="uusi@example.org") == []
    return aino


def named(entries: list[dict[str, Any]], kind: str) -> set[str | None]:
    """Return the names under which callers of a kind stand in what is told."""
    return {
        entry.get("actorName", entry.get("name"))
        for entry in entries
        if entry.get("actorKind", entry.get("kind")) == kind
    }


async def test_a_change_that_the_person_made_names_nobody_to_who_may_not_read_the_name(
    organisation: SampleOrganisation,
) -> None:
    aino = await changed_by_aino(organisation)

    told = await organisation.raw("privacy_officer", OF_CLIENT, id=aino)
    officers = (await organisation.data("privacy_officer", OF_CLIENT, id=aino))["client"]
    supervisors = (await organisation.data("supervisor_a", OF_CLIENT, id=aino))["client"]
    own = (await organisation.data("trainee", OF_CLIENT, id=aino))["client"]

    assert "Äijälä" not in told.decode()
    assert named(officers["history"], "TRAINEE") == named(officers["accessLog"], "TRAINEE") == {None}
    for shown in (supervisors, own):
        assert named(shown["history"], "TRAINEE") == {"Aino Äijälä"}
        assert "Aino Äijälä" in {entry["actorName"] for entry in shown["revisions"]}


async def test_the_accounts_of_the_person_and_of_a_guardian_are_not_named(organisation: SampleOrganisation) -> None:
    await organisation.pool.execute("UPDATE client SET date_of_birth = '2012-04-01'")
    await represent(organisation)
    aino = organisation.ids["aino"]

    async def seen(who: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = (await organisation.data(who, SEES, id=aino))["whoSees"]
        return found

    officers, supervisors = await seen("privacy_officer"), await seen("supervisor_a")

    assert named(officers, "TRAINEE") == named(officers, "GUARDIAN") == {None}
    assert None not in named(officers, "STAFF")
    assert named(supervisors, "TRAINEE") == {"Aino Äijälä"}
    assert named(supervisors, "GUARDIAN") != {None}
    assert {one["id"] for one in officers} == {one["id"] for one in supervisors}
    names = [one["name"] for one in officers]
    assert names == sorted(names, key=lambda name: (name is None, name or ""))  # no place tells a name


async def test_an_officer_who_handles_her_request_may_read_the_name(organisation: SampleOrganisation) -> None:
    aino = await changed_by_aino(organisation)
    given = {"clientId": aino, "kind": "ACCESS", "receivedOn": "2026-11-20", "channel": "LETTER"}
    request = await create(organisation, "coach_a", "DataRequest", **given)
    pool = organisation.pool
    await pool.execute(
        "UPDATE data_request SET state = 'IN_PROGRESS' WHERE id = $1::uuid", request["id"].rpartition("_")[2]
    )

    query = "query N($id: ID!) { client(id: $id) { lastName history { actorName actorKind } } }"
    shown = (await organisation.data("privacy_officer", query, id=aino))["client"]

    assert (named(shown["history"], "TRAINEE") == {"Aino Äijälä"}) == (shown["lastName"] is not None)


@pytest.mark.parametrize(("who", "is_named"), [("privacy_officer", False), ("coach_a", True), ("trainee", True)])
async def test_a_consent_and_its_file_do_not_name_who_gave_it(
    organisation: SampleOrganisation, who: str, is_named: bool
) -> None:
    account = organisation.rows["account_trainee"]
    given = {"clientId": organisation.ids["aino"], "agencyId": organisation.ids["agency_x"], "textVersion": "2026-1"}
    more = {"purpose": "COOPERATION", "categories": ["ATTENDANCE"]}
    consent = await create(organisation, "trainee", "Consent", **given, **more)
    id_ = consent["id"].rpartition("_")[2]
    await Attachment.create(
        noun="consent",
        object_id=id_,
        name="suostumus.pdf",
        media_type="application/pdf",
        size=3,
        sha256="0" * 64,
        added_at=NOW,
        uploaded_at=NOW,
        added_by=account.pk,
        added_by_name="Aino Äijälä",
    )

    shown = (await organisation.data(who, OF_CONSENT, id=consent["id"]))["consent"]

    name = "Aino Äijälä" if is_named else None
    assert named(shown["history"], "TRAINEE") == {name}
    assert [file["addedBy"] for file in shown["attachments"]] == [name]


async def test_the_history_of_an_account_does_not_name_its_person_to_an_administrator(
    organisation: SampleOrganisation,
) -> None:
    account = f"account_{organisation.rows['account_trainee'].pk.hex}"
    before = (await organisation.data("trainee", OF_ACCOUNT, id=account))["account"]
    it = {"id": account, "revision": before["revision"]}
    assert await update(organisation, "trainee", "Account", it, language="sv") == []

    told = await organisation.raw("administrator", OF_ACCOUNT, id=account)
    shown = (await organisation.data("administrator", OF_ACCOUNT, id=account))["account"]

    assert "Äijälä" not in told.decode()
    assert "TRAINEE" in {entry["actorKind"] for entry in shown["history"]}
