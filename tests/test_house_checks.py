"""What `run.py check` judges, judged here too: style, types, import rules, drift, documents."""

import pytest

from service.checks import CHECKS, Check
from service.documents import LINK


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name.split(" (")[0].replace(" ", "-"))
def test_a_check_is_content(check: Check) -> None:
    assert check.verdict() == ""


def test_links_to_files_are_told_from_addresses() -> None:
    text = "[a](docs/tour.md) [b](https://example.org/x) [c](#here) [d](settings.md#keys)"

    assert LINK.findall(text) == ["docs/tour.md", "settings.md"]
