"""The run of a purge: killed anywhere it goes on, several workers share it, the list of erasures is never behind."""

import asyncio
import json
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

import models
from models.erasure_list import ERASED, FILE, KEPT, ErasureListBroken
from resolvers.retention.purge_run import ErasuresUnkept, run_purges
from resolvers.rulebook import RULEBOOK
from resolvers.system_account import system_context
from service.resources import keyring_of, schema_and_content_types
from service.settings import ROOT, Settings
from tests.support.actions.purges import (
    confirmed_purge,
    end_relationship,
    erasure_list,
    is_erased,
    place_legal_hold,
    purge_as_read,
    worker_context,
)
from tests.support.organisation import NOW, STAMP, TODAY, SampleOrganisation

LONG_AGO = date(2022, 11, 23)
PROGRAM = """
import asyncio, os, sys
from datetime import date, datetime, UTC
from pathlib import Path
from uuid import uuid4
import resolvers.retention.purge_run as run
from service.database.connections import orm
from service.settings_loading import load_settings
from tests.support.actions.purges import worker_context

limit = int(sys.argv[3])
set_decided = run._set_decided

async def stop(*given):
    stop.done += 1
    if stop.done > limit:
        os.kill(os.getpid(), 9)
    await set_decided(*given)

stop.done = 0
run._set_decided = stop

async def main():
    settings = load_settings(mode="test", database_url=sys.argv[1], state_dir=Path(sys.argv[2]), metrics_port=0)
    async with orm(settings.application_url):
        print(await run.run_purges(worker_context(settings)))

asyncio.run(main())
"""


async def crowd(organisation: SampleOrganisation, count: int) -> list[str]:
    """Let so many more people have ended long ago; return their names."""
    names = []
    for number in range(count):
        name = f"person_{number}"
        row = await models.Client.create(
            state="ENDED",
            unit=organisation.rows["unit_a"],
            first_names=f"Etunimi{number}",
            last_name="Joukko",
            sort_key="j",
            **STAMP,
        )
        organisation.keep(name, "client", row)
        await end_relationship(organisation, name, LONG_AGO)
        names.append(name)
    return names


def worker(settings: Settings, limit: int) -> "subprocess.Popen[str]":
    """Start a worker in a process of its own, which kills itself in the transaction after so many people."""
    command = [sys.executable, "-c", PROGRAM, settings.application_url, str(settings.state_dir), str(limit)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


async def test_a_killed_run_goes_on_and_erases_nobody_twice(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    names = await crowd(organisation, 5)
    it = await confirmed_purge(organisation)

    killed = worker(settings, 2)
    await asyncio.to_thread(killed.communicate)
    assert killed.returncode == -signal.SIGKILL

    after_kill = {name: await is_erased(organisation, name) for name in names}
    assert list(after_kill.values()) == [True, True, False, False, False]
    assert len(erasure_list(settings).lines()) == 3  # the third was listed, and was not committed
    assert await run_purges(worker_context(settings)) == 3
    assert all([await is_erased(organisation, name) for name in names])
    lines = erasure_list(settings).lines()
    assert [line.id for line in lines] == [organisation.rows[name].pk.hex for name in names]
    assert await organisation.count("erasure") == 5
    assert (await purge_as_read(organisation, it))["state"] == "DONE"
    assert await organisation.count("statistic_row") == 5


async def test_who_was_listed_and_must_be_kept_after_all_is_taken_back(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    [name] = await crowd(organisation, 1)
    await confirmed_purge(organisation)
    killed = worker(settings, 0)
    await asyncio.to_thread(killed.communicate)
    assert [line.what for line in erasure_list(settings).lines()] == [ERASED]
    await place_legal_hold(organisation, name)

    await run_purges(worker_context(settings))

    assert not await is_erased(organisation, name)
    assert [line.what for line in erasure_list(settings).lines()] == [ERASED, KEPT]
    assert await organisation.count("erasure") == 1


async def test_two_workers_at_once_share_the_people_between_them(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    names = await crowd(organisation, 8)
    it = await confirmed_purge(organisation)

    workers = [worker(settings, 99), worker(settings, 99)]
    told = [int((await asyncio.to_thread(w.communicate))[0]) for w in workers]

    assert sum(told) == 8
    assert all([await is_erased(organisation, name) for name in names])
    assert len({line.id for line in erasure_list(settings).lines()}) == len(erasure_list(settings).lines()) == 8
    assert (await purge_as_read(organisation, it))["state"] == "DONE"
    assert await organisation.count("history", "action = 'FINISH'") == 1


async def test_nothing_is_erased_where_no_list_is_kept(organisation: SampleOrganisation, settings: Settings) -> None:
    await crowd(organisation, 1)
    await confirmed_purge(organisation)
    context = system_context(schema_and_content_types()[1], RULEBOOK, keyring_of(settings), NOW, TODAY)

    with pytest.raises(ErasuresUnkept):
        await run_purges(context)

    assert not await is_erased(organisation, "person_0")
    assert await organisation.count("purge", "state = 'CONFIRMED'") == 1


def broken(path: Path, how: str) -> None:
    lines = path.read_text("utf-8").splitlines()
    match how:
        case "altered":
            lines[1] = json.dumps({**json.loads(lines[1]), "id": "0" * 32})
        case "removed":
            del lines[1]
        case "swapped":
            lines[0], lines[1] = lines[1], lines[0]
    path.write_text("\n".join(lines) + "\n", "utf-8")


@pytest.mark.parametrize(("how", "line"), [("altered", 2), ("removed", 2), ("swapped", 1)])
async def test_a_list_that_was_tampered_with_is_named_by_its_line(settings: Settings, how: str, line: int) -> None:
    kept = erasure_list(settings)
    kept.add(NOW, uuid4(), ERASED, [("client", uuid4()) for _ in range(3)])
    broken(kept.path, how)

    with pytest.raises(ErasureListBroken, match=f"line {line} of {FILE}"):
        erasure_list(settings).lines()


async def test_a_torn_last_line_is_cut_off_by_the_next_writer(settings: Settings) -> None:
    kept = erasure_list(settings)
    kept.add(NOW, uuid4(), ERASED, [("client", uuid4())])
    with kept.path.open("ab") as file:
        file.write(b'{"number": 2, "half')

    again = erasure_list(settings)
    assert len(again.lines()) == 1
    again.add(NOW, uuid4(), ERASED, [("client", uuid4())])

    assert [line.number for line in erasure_list(settings).lines()] == [1, 2]
