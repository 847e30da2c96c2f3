"""One version: of pyproject.toml, of the newest heading in CHANGELOG.md, and of what the service reports."""

import re
import tomllib

from service import __version__
from service.http.metrics import Metrics
from service.settings import ROOT

CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
HEADING = re.compile(r"^## (\d+\.\d+\.\d+), (unreleased|\d{4}-\d{2}-\d{2})$")


def headings() -> list[re.Match[str] | None]:
    """Return what each heading of the changelog says, the newest first."""
    return [HEADING.match(line) for line in CHANGELOG.splitlines() if line.startswith("## ")]


def test_the_version_of_the_project_is_that_of_the_changelog_and_of_the_service() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    [newest, *_] = headings()
    reported = Metrics().registry.get_sample_value("polku_build_info", {"version": __version__})

    assert newest, "the newest heading of CHANGELOG.md is `## <version>, unreleased` or `## <version>, <day>`"
    assert {project, newest[1], __version__} == {project}, "CONTRIBUTING.md, A release, says where a version stands"
    assert reported == 1


def test_only_the_newest_version_is_unreleased_and_versions_go_down() -> None:
    found = [heading for heading in headings() if heading]
    versions = [tuple(map(int, heading[1].split("."))) for heading in found]

    assert len(found) == len(headings())
    assert [heading[2] for heading in found[1:] if heading[2] == "unreleased"] == [], "a released version has its day"
    assert versions == sorted(set(versions), reverse=True)


def test_the_recipe_of_a_release_names_every_place_of_the_version() -> None:
    recipe = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("## A release\n")[1].split("\n## ")[0]

    assert [
        place for place in ("CHANGELOG.md", "pyproject.toml", "service/__init__.py", "git tag") if place not in recipe
    ] == []
