"""What `run.py check` judges, judged here too: style, types, import rules, drift, documents."""

from datetime import timedelta
from io import StringIO

import pytest
import yaml  # type: ignore[import-untyped] # ships no types
from rich.console import Console

from service.development.checks import CHECKS, Check, run_checks
from service.development.documents import MARKDOWN_LINK, documented_jobs
from service.jobs.schedule import SCHEDULED_JOBS
from service.settings import ROOT


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name.split(" (")[0].replace(" ", "-"))
def test_a_check_is_content(check: Check) -> None:
    assert check.verdict() == ""


def test_a_commit_waits_for_the_fast_checks_only(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = Check("slow", lambda: "was judged")
    fast = Check("fast", lambda: "is wrong", is_fast=True)
    monkeypatch.setattr("service.development.checks.CHECKS", (slow, fast))
    printed = StringIO()

    code = run_checks(Console(file=printed), only_fast=True)

    assert code == 1
    assert "is wrong" in printed.getvalue()
    assert "slow" not in printed.getvalue()
    assert run_checks(Console(file=printed)) == 1
    assert "was judged" in printed.getvalue()


def test_the_fast_checks_are_those_that_build_nothing() -> None:
    slow = {check.name for check in CHECKS if not check.is_fast}

    assert {name.split(" (")[0] for name in slow} == {
        "types",
        "schema.graphql is what is served",
        "migrations have what the models have",
        "docs/settings.md has every setting",
        "docs/worker.md has every scheduled job",
    }


def test_the_hook_of_a_commit_is_a_command_of_ours() -> None:
    [repository] = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]

    assert [hook["entry"] for hook in repository["hooks"]] == ["python3 run.py check --fast"]


def test_links_to_files_are_told_from_addresses() -> None:
    text = "[a](docs/tour.md) [b](https://example.org/x) [c](#here) [d](settings.md#keys)"

    assert MARKDOWN_LINK.findall(text) == ["docs/tour.md", "settings.md"]


def test_the_jobs_that_a_document_tells_are_read_with_their_intervals() -> None:
    table = "| chore | every |\n|---|---|\n| `send_mail` | 10 s | sends |\n| `purge_bin` | 1 d, 3.15 UTC | purges |\n"

    assert documented_jobs(table) == {"send_mail": timedelta(seconds=10), "purge_bin": timedelta(days=1)}
    assert documented_jobs("| `send_mail` | 10 s |  |") == {}


def test_a_job_that_the_document_leaves_out_is_named() -> None:
    text = (ROOT / "docs/worker.md").read_text("utf-8")
    names = {job.name for job in SCHEDULED_JOBS}

    assert set(documented_jobs(text)) == names
    for name in names:
        assert set(documented_jobs(text.replace(f"`{name}`", "`other`"))) == names - {name} | {"other"}
