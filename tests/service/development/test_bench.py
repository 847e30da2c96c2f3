"""The bench compares like with like: every contestant answers what the hand-written floor answers."""

import subprocess
import sys

from service.settings import ROOT


def test_every_contestant_of_the_bench_answers_as_the_floor_does() -> None:
    small = ("--clients", "400", "--rounds", "1", "--seconds", "0.05")
    run = subprocess.run(
        [sys.executable, "-m", "service.commands.cli", "bench", *small],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-2000:]
    for told in ("As supervisor: 400 clients", "As coach: 400 clients", "Q4 attendance grid"):
        assert told in run.stdout, told
