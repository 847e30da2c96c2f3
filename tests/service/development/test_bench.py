"""The bench compares like with like: every contestant answers what the hand-written floor answers."""

import subprocess
import sys

import pytest

from service.settings import ROOT

SMALL = ("--clients", "1000", "--rounds", "1", "--seconds", "0.05", "--load", "python")


def run_of_bench(*arguments: str) -> str:
    """Return what a run prints; contestants that answer differently end it."""
    command = [sys.executable, "-m", "service.commands.cli", "bench", *SMALL, *arguments]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-2000:]
    return run.stdout


def test_every_contestant_of_the_bench_answers_as_the_floor_does() -> None:
    printed = run_of_bench()

    for told in ("As supervisor: ratios", "As coach: ratios", "Q4 attendance grid", "one field of a client changed"):
        assert told in printed, told


@pytest.mark.postgraphile
def test_postgraphile_answers_as_the_floor_does_with_and_without_policies() -> None:
    printed = run_of_bench("--peers", "--query", "Q1", "--query", "Q4")

    assert printed.count("relaxed ÷ PostGraphile without permissions") == 1  # nobody but the supervisor
    assert printed.count("relaxed ÷ PostGraphile with row-level security") == 2


def test_the_documents_of_the_product_are_answered_on_a_part_of_the_national_register() -> None:
    printed = run_of_bench("--national", "--scale", "0.005", "--query", "Q1", "--role", "supervisor")

    for told in (
        "search: two words",
        "total of referrals",
        "documents of the pages",
        "| supervisor |",
        "disclosure_log",
    ):
        assert told in printed, told
