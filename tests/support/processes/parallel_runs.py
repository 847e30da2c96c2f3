"""
Several runs of the tests beside each other, on one computer: a file of tests is run by whichever run claims it first.

`run.py test` starts them (service/development/testing.py) and gives each the same directory. Every run has its own
database server;
between files nothing is shared, and within a file everything is as in a run alone.
"""

import time
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

# The longest come first, so that no run is left with one of them when the others are done: seconds of a processor, and
# of waiting, as the lines of a whole run tell them.
LONGEST = (
    "test_non_interference",
    "test_bench",
    "test_every_type",
    "test_installation",
    "test_recipe",
    "test_permission_matrix",
    "test_promises",
    "test_examples",
    "test_worker_process",
    "test_real_installation",
    "test_fail_over",
    "test_two_hosts",
    "test_upgrade_while_serving",
    "test_upgrade",
    "test_readme_installation",
    "test_import_database",
    "test_cells",
    "test_drills",
    "test_demo_start",
    "test_backups",
    "test_point_in_time",
    "test_bootstrap",
    "test_log_commands",
    "test_client_command",
    "test_coach",
    "test_pages",
    "test_tasks",
    "test_keyboard",
    "test_interruptions",
    "test_workers",
    "test_indexes",
    "test_migrations",
    "test_copies_repair",
    "test_unknown_states",
    "test_differential",
    "test_access_tokens",
    "test_shapes",
    "test_checks",
    "test_text_of_routes",
    "test_one_life",
    "test_demo_seed",
    "test_policy",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the directory of the claims."""
    parser.addoption("--claims", type=Path, required=True, help="directory in which runs claim their files")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files first, and then those with the most tests."""
    places, tests = {name: place for place, name in enumerate(LONGEST)}, Counter(item.path for item in items)
    # Stable: a file stays as it was written, and together.
    items.sort(key=lambda item: (places.get(item.path.stem, len(places)), -tests[item.path]))


def pytest_report_teststatus(report: pytest.TestReport) -> tuple[str, str, str]:
    """Count the tests and print no dots: a line is written for each file."""
    what = report.outcome if report.when == "call" or report.outcome != "passed" else ""
    return ("error" if what == "failed" and report.when != "call" else what), "", ""


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """Run the items as pytest does, of the files that this run claims."""
    if session.testsfailed:
        raise session.Interrupted(f"{session.testsfailed} errors during collection")
    items = claimed(session.items, session.config.option.claims)
    item, failed, counted, started = next(items, None), 0, Counter[Path](), time.monotonic()
    while item is not None:
        following = next(items, None)
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        counted[item.path] += 1
        if following is None or following.path != item.path:
            bad = f", {session.testsfailed - failed} FAILED" if session.testsfailed > failed else ""
            seconds = time.monotonic() - started
            name = item.path.relative_to(session.config.rootpath)
            line = f"{name} {counted[item.path]} run in {seconds:.1f} s{bad}"
            terminal(session).write_line(line, flush=True)
            failed, started = session.testsfailed, time.monotonic()
        if session.shouldfail or session.shouldstop:
            raise session.Interrupted(str(session.shouldfail or session.shouldstop))
        item = following
    return True


def claimed(items: list[pytest.Item], claims: Path) -> Iterator[pytest.Item]:
    """Yield the items of one file after another, as far as no other run has claimed the file."""
    for number, (_, group) in enumerate(groupby(items, key=lambda item: item.path)):
        try:
            (claims / str(number)).touch(exist_ok=False)
        except FileExistsError:
            continue
        yield from group


def terminal(session: pytest.Session) -> pytest.TerminalReporter:
    """Return what writes to the terminal."""
    found = session.config.pluginmanager.get_plugin("terminalreporter")
    assert isinstance(found, pytest.TerminalReporter)
    return found
