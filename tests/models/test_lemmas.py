"""The dictionary in its file: mapped, so that all processes have it in memory once, and made anew when it is broken."""

import shutil
from pathlib import Path

import pytest

from models import lemmas


def test_the_dictionary_is_mapped_and_not_read_into_each_process() -> None:
    assert lemmas.lemma("sopimuksen") == "sopimus"

    mapped = Path("/proc/self/maps").read_text("utf-8").splitlines()
    assert any(line.endswith(str(lemmas.FILE.resolve())) for line in mapped)


@pytest.mark.parametrize("share", [0.0, 0.5])
def test_a_file_that_was_cut_is_made_anew(share: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, cut = lemmas.FILE, tmp_path / lemmas.FILE.name
    lemmas.load_dictionary()
    cut.write_bytes(whole.read_bytes()[: int(whole.stat().st_size * share)])
    monkeypatch.setattr(lemmas, "FILE", cut)
    monkeypatch.setattr(lemmas, "_make_file", lambda: shutil.copyfile(whole, cut))

    found = lemmas._dictionaries().get_dictionary("fi")

    assert found["sopimuksen"] == "sopimus"
    assert cut.stat().st_size == whole.stat().st_size
