"""Imports of clients through the API: checked by the worker, run as they were checked, in the name of whoever asked."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from models.client import Client
from resolvers.contents.ooxml import XLSX
from schema.types.client_import import ImportFault
from service.importing.files.lines import FileRefused
from service.settings import Settings
from tests.support.organisation import OrganisationTemplate
from tests.support.rows.asked_imports import (
    CODES,
    CREATE,
    HEADER,
    LINES,
    SHOWN,
    UPDATE,
    checked,
    csv,
    new_import,
    run_as_checked,
    shown,
    step,
    work,
)
from tests.support.running_service import RunningService, running_service

FILES = Path(__file__).parent / "files"
HISTORY = "query H($id: ID!) { client(id: $id) { history { actorName action } } }"


@pytest.fixture
async def service(settings: Settings, organisation_template: OrganisationTemplate) -> AsyncIterator[RunningService]:
    async with running_service(settings, organisation_template) as found:
        yield found


async def clients_of(service: RunningService, unit: str = "unit_a") -> int:
    return await Client.filter(unit_id=service.organisation.rows[unit].pk).count()


async def test_a_check_reports_every_line_and_writes_nothing(service: RunningService) -> None:
    before, events = await clients_of(service), "event = 'client.create'"
    created = await service.organisation.count("outbox", events)
    async with service.log_in("supervisor_a") as supervisor:
        it = await new_import(supervisor, service)
        found = await checked(supervisor, service, it)

    assert (found["state"], found["askedByName"]) == ("CHECKED", "supervisor_a")
    assert (found["linesRead"], found["linesExpected"]) == (3, 3)
    assert (found["written"], found["unchanged"], found["refused"]) == (2, 0, 1)
    assert [(one["line"], one["field"], one["code"]) for one in found["refusals"]["nodes"]] == [
        (3, "personalIdentityCode", "IDENTITY_CODE_CHECK_WRONG")
    ]
    assert found["refusals"]["nodes"][0]["reason"].startswith("Henkilötunnuksen")
    assert (await clients_of(service), await service.organisation.count("outbox", events)) == (before, created)
    assert await service.organisation.count("import_job") == 0


async def test_a_run_writes_what_was_checked_in_the_name_of_whoever_ran_it_and_erases_the_file(
    service: RunningService,
) -> None:
    before = await clients_of(service)
    async with service.log_in("supervisor_a") as supervisor:
        it = await new_import(supervisor, service)
        found = await run_as_checked(supervisor, service, it)
        row = await Client.get(last_name="Ketola")
        history = (await supervisor.ask(HISTORY, id=f"client_{row.id.hex}"))["client"]["history"]

    assert (found["state"], found["attachments"]) == ("DONE", None)
    assert (found["linesRead"], found["written"], found["unchanged"], found["refused"]) == (3, 2, 0, 1)
    assert found["endedAt"] is not None
    assert await clients_of(service) == before + 2
    assert [(one["actorName"], one["action"]) for one in history] == [("supervisor_a", "CREATE")]
    assert (await Client.get(last_name="Niemi")).safety_restriction
    assert list((service.settings.files_dir / "attachments").iterdir()) == []
    assert await service.organisation.count("attachment", "noun = 'client_import'") == 0
    assert await service.organisation.count("import_job", "file_name LIKE '%asiakkaat%'") == 0


@pytest.mark.parametrize(
    "who", ["coach_a", "colleague_a", "supervisor_b", "manager", "finance", "administrator", "trainee", "official_x"]
)
async def test_nobody_but_a_supervisor_of_the_unit_imports_into_it_or_sees_an_import(
    service: RunningService, who: str
) -> None:
    async with service.log_in("supervisor_a") as supervisor, service.log_in(who) as other:
        it = await new_import(supervisor, service)
        await checked(supervisor, service, it)
        refused = (await other.ask(CREATE, i={"unitId": service.organisation.ids["unit_a"]}))["done"]["errors"]
        unseen = (await other.ask(SHOWN, id=it["id"]))["clientImport"]
        steps = await step(other, it, "RUN")

    assert {error["code"] for error in refused} <= {"FORBIDDEN", "NOT_FOUND"}
    assert refused
    assert (unseen, steps) == (None, ["NOT_FOUND"])
    assert await service.organisation.count("client_import") == 1


async def test_the_privacy_officer_sees_the_counts_and_neither_acts_nor_reads_the_file(service: RunningService) -> None:
    async with service.log_in("supervisor_a") as supervisor, service.log_in("privacy_officer") as officer:
        it = await new_import(supervisor, service)
        await checked(supervisor, service, it)
        found = await shown(officer, it)
        refused = await step(officer, it, "RUN")

    assert (found["written"], found["refused"], found["attachments"]) == (2, 1, None)
    assert refused == ["WRONG_ROLE"]


async def test_another_supervisor_of_the_unit_runs_it_and_does_not_read_the_file(service: RunningService) -> None:
    organisation = service.organisation
    await organisation.pool.execute(
        "UPDATE role_grant SET unit_id = $1 WHERE account_id = $2",
        organisation.rows["unit_a"].pk,
        organisation.rows["account_supervisor_b"].pk,
    )
    async with service.log_in("supervisor_a") as supervisor, service.log_in("supervisor_b") as other:
        it = await new_import(supervisor, service)
        await checked(supervisor, service, it)
        file = (await shown(other, it))["attachments"]
        assert await step(other, it, "RUN") == []
        assert await work(service) == 1
        row = await Client.get(last_name="Ketola")
        history = (await other.ask(HISTORY, id=f"client_{row.id.hex}"))["client"]["history"]

    assert file is None
    assert history[0]["actorName"] == "supervisor_b"


async def test_what_was_changed_after_its_check_is_checked_again(service: RunningService) -> None:
    async with service.log_in("supervisor_a") as supervisor:
        it = await new_import(supervisor, service)
        await checked(supervisor, service, it)
        given = {"id": it["id"], "revision": it["revision"], "distinctLines": "4, 2"}
        it.update((await supervisor.ask(UPDATE, i=given))["done"]["it"])
        options = await step(supervisor, it, "RUN")
        await checked(supervisor, service, it)
        await supervisor.attach(it["id"], csv(LINES[0]), name="b.csv", media_type="text/csv")
        several = await step(supervisor, it, "RUN")
        [old] = [one for one in (await shown(supervisor, it))["attachments"] if one["name"] == "asiakkaat.csv"]
        query = "mutation D($i: ID!) { detach(id: $i) { errors { code } } }"
        assert (await supervisor.ask(query, i=old["id"]))["detach"]["errors"] == []
        replaced = await step(supervisor, it, "RUN")

    assert (options, several, replaced) == (["IMPORT_CHANGED"], ["IMPORT_FILE_UNCLEAR"], ["IMPORT_CHANGED"])


@pytest.mark.parametrize(
    ("content", "given", "refusal", "line", "names"),
    [
        (csv("Ketola;Onni", header="Sukunimi;Etunimet"), {}, "FILE_RESTRICTION_UNANSWERED", None, []),
        (csv(*LINES, header=f"{HEADER};Väri"), {}, "FILE_COLUMN_UNKNOWN", 1, ["Väri"]),
        (b'Sukunimi;Etunimet\n"Ketola;Onni\n', {"nobodyIsRestricted": True}, "FILE_CSV_MALFORMED", 2, []),
        (csv(*LINES), {"encoding": "nonsense"}, "FILE_ENCODING_UNKNOWN", None, []),
        (csv(*LINES), {"encoding": "undefined"}, "FILE_ENCODING_UNKNOWN", None, []),
        (csv(*LINES), {"mapping": '[columns]\n"Nimi" = "nobody"'}, "FILE_MAPPING_REFUSED", None, ["nobody"]),
        (csv(*LINES), {"mapping": '{"defaults": {"country": 5}}'}, "FILE_MAPPING_REFUSED", None, []),
        (csv(*LINES), {"mapping": "[" * 9_000}, "FILE_MAPPING_REFUSED", None, []),
    ],
)
async def test_a_file_that_cannot_be_read_says_why_and_where_and_can_be_mended_or_discarded(
    service: RunningService, content: bytes, given: dict[str, Any], refusal: str, line: int | None, names: list[str]
) -> None:
    async with service.log_in("supervisor_a") as supervisor:
        it = await new_import(supervisor, service, content, **given)
        found = await checked(supervisor, service, it)
        run = await step(supervisor, it, "RUN")
        discarded = await step(supervisor, it, "DISCARD")
        after = await shown(supervisor, it)

    assert (found["state"], found["refusal"]) == ("REFUSED", refusal)
    assert (found["refusalLine"], found["refusalNames"]) == (line, names)
    assert (run, discarded) == (["WRONG_STATE"], [])
    assert (after["state"], after["attachments"], after["refusal"]) == ("DISCARDED", None, None)
    assert await service.organisation.count("attachment", "noun = 'client_import'") == 0


def test_every_reason_to_refuse_a_file_has_words_in_three_languages() -> None:
    refusals, found = [FileRefused], set[str]()
    while refusals:
        more = refusals.pop().__subclasses__()
        found |= {refusal.code for refusal in more}
        refusals += more

    assert found <= {fault.name for fault in ImportFault}
    assert len(found) > 10


async def test_a_workbook_of_several_sheets_is_read_when_the_sheet_is_named(service: RunningService) -> None:
    content = (FILES / "two_sheets.xlsx").read_bytes()
    async with service.log_in("supervisor_a") as supervisor:
        it = await new_import(supervisor, service, content, name="kaksi.xlsx", media_type=XLSX)
        unclear = await checked(supervisor, service, it)
        given = {"id": it["id"], "revision": it["revision"], "sheet": "Pieksämäki"}
        it.update((await supervisor.ask(UPDATE, i=given))["done"]["it"])
        found = await checked(supervisor, service, it)

    assert (unclear["refusal"], "Pieksämäki" in unclear["refusalNames"]) == ("FILE_SHEET_UNCLEAR", True)
    assert (found["state"], found["written"]) == ("CHECKED", 1)


async def test_without_a_file_nothing_is_checked(service: RunningService) -> None:
    async with service.log_in("supervisor_a") as supervisor:
        it = await new_import(supervisor, service, None)
        assert await step(supervisor, it, "CHECK") == ["IMPORT_FILE_MISSING"]

    assert await work(service) == 0


async def test_the_report_as_csv_has_lines_and_reasons_and_no_value(service: RunningService) -> None:
    async with service.log_in("supervisor_a") as supervisor, service.log_in("supervisor_b") as other:
        it = await new_import(supervisor, service)
        await checked(supervisor, service, it)
        assert await step(supervisor, it, "EXPORT_CSV") == []
        answer = await supervisor.http.get(it["secret"])
        foreign = await other.http.get(it["secret"])

    text = answer.content.decode("utf-8-sig")
    assert text.splitlines()[0] == "Rivi;Sarake;Koodi;Syy"
    assert text.splitlines()[1].startswith("3;Henkilötunnus;IDENTITY_CODE_CHECK_WRONG;")
    assert len(text.splitlines()) == 2
    assert not [value for value in ("Lampi", "Helmi", "010199", CODES[0]) if value in text]
    assert foreign.status_code == 404
