"""Names: no module whose name says nothing."""

from service.settings import ROOT
from tests.support.source_files import PACKAGES, named, sources

SAYS_NOTHING = {"utils", "helpers", "common", "misc", "services", "managers", "base"}


def test_no_module_has_a_name_that_says_nothing() -> None:
    ours = sources(*PACKAGES, "tests", "bench")
    parts = {named(path): set(path.relative_to(ROOT).with_suffix("").parts) for path in ours}

    assert [name for name, words in parts.items() if words & SAYS_NOTHING] == [], "name it after what it answers"
