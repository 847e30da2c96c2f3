"""What `run.py check` judges, judged here too: style, types, import rules, drift, documents."""

from datetime import timedelta

import pytest

from service.development.checks import CHECKS, Check
from service.development.documents import MARKDOWN_LINK, documented_jobs
from service.jobs.schedule import SCHEDULE
from service.settings import ROOT


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name.split(" (")[0].replace(" ", "-"))
def test_a_check_is_content(check: Check) -> None:
    assert check.verdict() == ""


def test_links_to_files_are_told_from_addresses() -> None:
    text = "[a](docs/tour.md) [b](https://example.org/x) [c](#here) [d](settings.md#keys)"

    assert MARKDOWN_LINK.findall(text) == ["docs/tour.md", "settings.md"]


def test_the_chores_that_a_document_tells_are_read_with_their_intervals() -> None:
    table = "| chore | every |\n|---|---|\n| `send_mail` | 10 s | sends |\n| `purge_bin` | 1 d, 3.15 UTC | purges |\n"

    assert documented_jobs(table) == {"send_mail": timedelta(seconds=10), "purge_bin": timedelta(days=1)}
    assert documented_jobs("| `send_mail` | 10 s |  |") == {}


def test_a_chore_that_the_document_leaves_out_is_named() -> None:
    text = (ROOT / "docs/worker.md").read_text("utf-8")
    names = {chore.name for chore in SCHEDULE}

    assert set(documented_jobs(text)) == names
    for name in names:
        assert set(documented_jobs(text.replace(f"`{name}`", "`other`"))) == names - {name} | {"other"}
