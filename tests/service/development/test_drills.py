"""Drills in short: what is acknowledged survives a kill of database and service, and nothing is done twice."""

import pytest

from service.development.drills import drilling
from service.development.drills.drilling import Outcome, run_drills, table_of
from service.development.drills.troubles import NAMES
from service.settings import ROOT

PAGE = (ROOT / "docs/operations.md").read_text("utf-8")


def test_kills_of_database_service_and_worker_and_clients_that_leave_lose_and_double_nothing() -> None:
    names = ("database-killed", "service-killed", "worker-killed", "client-gone")

    outcomes = run_drills(names, seconds=1.0)

    assert [one.name for one in outcomes] == [*names]
    assert [one for one in outcomes if not one.is_good] == []
    assert all(one.acknowledged > 0 for one in outcomes)
    assert all(one.retries > 0 for one in outcomes if one.name != "worker-killed"), "the trouble was felt"
    [killed, *_] = outcomes
    assert any("database failing" in said for _, said in killed.readyz)
    assert killed.readyz[-1][1].startswith("200")


def test_the_page_for_operators_has_a_measured_row_of_every_drill() -> None:
    section = PAGE.split("## Drills\n")[1].split("\n## ")[0]

    assert [name for name in NAMES if f"| `{name}` |" not in section] == []
    assert "run.py drill all" in section


@pytest.mark.parametrize("wrong", ["lost", "doubled", "events_waiting"])
def test_a_drill_in_which_something_is_lost_doubled_or_left_is_not_good(wrong: str) -> None:
    good = Outcome("x", 10, 0, 0, 1, 0, 1.0, 0, 0.1, [], [])
    bad = Outcome(**{**vars(good), wrong: 1})

    assert good.is_good
    assert not bad.is_good
    assert table_of([good, bad]).row_count == 2


def test_a_drill_that_needs_a_small_disk_says_so_where_there_can_be_none() -> None:
    assert "root" in drilling.LEFT_OUT
    assert drilling.DISK_FULL in NAMES
