"""What is generated is committed: the schema, the permissions, the SQL of every example."""

from service.development.goldens import GOLDEN, generated_files
from service.examples import EXAMPLES, load_examples
from service.settings import ROOT
from service.settings_loading import load_settings


def test_generated_files_are_committed_as_generated() -> None:
    stale = [
        str(path.relative_to(ROOT))
        for path, text in generated_files(load_settings(mode="test"))
        if not path.exists() or path.read_text("utf-8") != text
    ]
    assert stale == [], "write them anew with `python3 run.py goldens` and read the difference"


def test_no_golden_sql_is_left_of_an_example_that_is_gone() -> None:
    names = {example.name for example in load_examples(EXAMPLES)}
    assert {path.stem for path in GOLDEN.glob("*.sql")} <= names
