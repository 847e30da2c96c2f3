"""A caller whose session or rights have ended meanwhile writes nothing, though the process still knows the viewer."""

import re
from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import pytest

from service.settings import Settings
from tests.support.actions.agreement_texts import draft_text
from tests.support.actions.attendance import RECORD as RECORDED
from tests.support.actions.attendance import planned_days
from tests.support.actions.content import step
from tests.support.organisation import OrganisationTemplate
from tests.support.running_service import RunningService, SessionClient, running_service

UPDATE = """u: updateClient(input: {id: $id, revision: 1, email: "uusi@example.org"}%s) {
  client { revision } errors { code } }"""
UNKNOWN = UPDATE.replace("$id", '"client_none"')
CREATE = 'u: createCoachingNote(input: {relationshipId: $id, occurredAt: "2027-03-15T09:00:00Z"}%s) { errors { code } }'
MOVE = "u: transitionClient(input: {id: $id, revision: 1, transition: END}%s) { errors { code } }"
RESTORE = "u: restoreClient(input: {id: $id, revision: 1, toRevision: 1}%s) { errors { code } }"
DELETE = 'u: deleteCoachingNote(input: {id: $id, revision: 1, comment: "turha"}%s) { errors { code } }'
RECORD = 'u: recordDay(input: {scope: {caseload: true}, day: "2026-11-23", default: "PRESENT"}%s) { errors { code } }'
DAYS = 'u: recordAttendance(input: {entries: [{attendanceId: $day, code: "PRESENT"}]}%s) { errors { code } }'
NONE_HELD = RECORD.replace("recordDay", "notOrganised").replace('default: "PRESENT"', 'code: "PRESENT", reason: "x"')
WEEK = 'u: confirmDays(input: {scope: {caseload: true}, from: "2026-11-23", to: "2026-11-23"}%s) { errors { code } }'
UNSEEN = RECORD.replace("caseload: true", 'unitId: "unit_none"')
MANY = "u: transitionManyClients(input: {objects: [{id: $id, revision: 1}], transition: END}%s) { errors { code } }"
TRIAL = MANY.replace("END}", "END, dryRun: true}")
TWICE = MANY.replace("[{id: $id, revision: 1}]", "[]")
REFUSED = "refused { errors { code } } errors { code }"
NAMED = "first: __typename " + UPDATE
COMMANDS = (
    UPDATE,
    UNKNOWN,
    CREATE,
    MOVE,
    RESTORE,
    DELETE,
    NAMED,
    RECORD,
    UNSEEN,
    MANY,
    TWICE,
    DAYS,
    NONE_HELD,
    WEEK,
    TRIAL,
)
WRITTEN = """SELECT (SELECT count(*) FROM history), (SELECT count(*) FROM coaching_note),
  (SELECT count(*) FROM outbox), (SELECT max(revision) FROM client), (SELECT max(revision) FROM attendance)"""


@pytest.fixture
async def service(settings: Settings, organisation_template: OrganisationTemplate) -> AsyncIterator[RunningService]:
    """The running service, with its organisation."""
    async with running_service(settings, organisation_template) as running:
        yield running


async def written(pool: Any) -> tuple[Any, ...]:
    return tuple(await pool.fetchrow(WRITTEN))


async def answered(client: SessionClient, command: str, id_: str, day: str = "") -> tuple[int, dict[str, Any]]:
    body = {"query": f"mutation {{ {command} }}".replace("$id", f'"{id_}"').replace("$day", f'"{day}"')}
    answer = await client.http.post("/graphql", json=body, headers=client.headers)
    return answer.status_code, answer.json()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: re.sub(r"\W.*", "", c.partition("u: ")[2]) + str(len(c)))
@pytest.mark.parametrize("keyed", [False, True])
async def test_an_ended_session_writes_nothing(service: RunningService, command: str, keyed: bool) -> None:
    pool, aino = service.organisation.pool, service.organisation.ids["aino"]
    command %= f', idempotencyKey: "{uuid4()}"' if keyed else ""
    days = await planned_days(service.organisation)
    if "confirmDays" in command:
        await service.organisation.data(
            "coach_a", RECORDED, input={"entries": [{"attendanceId": days[1]["id"], "code": "PRESENT"}]}
        )
    async with service.log_in("coach_a") as client:
        await client.ask("{ clients { totalCount } }")  # from now on the process knows the viewer
        before = await written(pool)
        await pool.execute("DELETE FROM session")
        status, answer = await answered(client, command, aino, days[0]["id"])

    assert status == 401, answer
    assert answer["errors"][0]["extensions"]["code"] == "NOT_AUTHENTICATED"
    assert await written(pool) == before


@pytest.mark.parametrize("keyed", [False, True])
async def test_a_role_that_has_ended_writes_nothing(service: RunningService, keyed: bool) -> None:
    pool, aino = service.organisation.pool, service.organisation.ids["aino"]
    command = UPDATE % (f', idempotencyKey: "{uuid4()}"' if keyed else "")
    async with service.log_in("coach_a") as client:
        await client.ask("{ clients { totalCount } }")
        before = await written(pool)
        account = service.organisation.rows["account_coach_a"].pk
        await pool.execute("DELETE FROM role_grant WHERE account_id = $1", account)
        await pool.execute("UPDATE account SET epoch = epoch + 1 WHERE id = $1", account)
        status, answer = await answered(client, command, aino)

    assert status == 200
    assert [error["code"] for error in answer["data"]["u"]["errors"]] == ["NOT_FOUND"]
    assert await written(pool) == before


async def test_a_living_session_writes(service: RunningService) -> None:
    async with service.log_in("coach_a") as client:
        await client.ask("{ clients { totalCount } }")
        status, answer = await answered(client, UPDATE % "", service.organisation.ids["aino"])

    assert (status, answer["data"]["u"]) == (200, {"client": {"revision": 2}, "errors": []})


async def test_a_mutation_of_which_every_field_is_skipped_does_nothing(service: RunningService) -> None:
    async with service.log_in("coach_a") as client:
        await client.ask("{ clients { totalCount } }")
        status, answer = await answered(client, UPDATE.replace(") {", ") @skip(if: true) {", 1) % "", "client_none")

    assert (status, answer) == (200, {"data": {}})


async def test_an_ended_session_is_told_nothing_of_a_question_that_would_be_refused(service: RunningService) -> None:
    refused = UPDATE.replace("client { revision }", 'client { attendance(after: "nonsense") { totalCount } }')
    async with service.log_in("coach_a") as client:
        await client.ask("{ clients { totalCount } }")
        await service.organisation.pool.execute("DELETE FROM session")
        status, answer = await answered(client, refused % "", service.organisation.ids["aino"])

    assert (status, answer["errors"][0]["extensions"]["code"]) == (401, "NOT_AUTHENTICATED")


async def test_a_step_of_many_objects_goes_on_when_one_of_them_changes_what_the_caller_has_to_accept(
    service: RunningService,
) -> None:
    texts = [await draft_text(service.organisation, kind, "2027-1") for kind in ("UNDERTAKING", "CONSENT")]
    for text in texts:
        assert await step(service.organisation, "administrator", "AgreementText", text, "SUBMIT") == []
    named = ", ".join(f'{{id: "{text["id"]}", revision: {text["revision"]}}}' for text in texts)
    command = f"u: transitionManyAgreementTexts(input: {{objects: [{named}], transition: PUBLISH}}) {{"
    async with service.log_in("privacy_officer") as client:
        await client.ask("{ agreementTexts { totalCount } }")  # from now on the process knows the viewer
        tried = await answered(
            client, f"{command.replace('PUBLISH', 'PUBLISH, dryRun: true')} possible {REFUSED} }}", ""
        )
        done = await answered(client, f"{command} agreementTexts {{ state }} {REFUSED} }}", "")

    assert tried[1]["data"]["u"] == {"possible": [text["id"] for text in texts], "refused": [], "errors": []}
    assert done[1]["data"]["u"] == {"agreementTexts": [{"state": "PUBLISHED"}] * 2, "refused": [], "errors": []}
