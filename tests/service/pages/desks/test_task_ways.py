"""Every kind of task that a role can have leads to a page that there is; and every way of seeing has its words."""

import re

import pytest

from resolvers.tasks.awaited_steps import awaited_steps
from resolvers.tasks.rules import TASK_RULES
from service.resources import schema_and_content_types
from tests.support.desks.catalogues import APP, desk_roles
from workflow.roles import PathKind, Role

WAY = re.compile(r"^  ([A-Z_]+): '([^']+)',$", re.MULTILINE)
ROUTE = re.compile(r'<Route path="([^"]+)"')
OF_CONTENT = "~/desk/content/"


def ways_of(role: str) -> dict[str, str]:
    """Return the addresses to which the tasks of a desk lead, by kind."""
    path = APP / "desks" / role / "task-ways.ts"
    return dict(WAY.findall(path.read_text("utf-8"))) if path.exists() else {}


def routes_of(role: str) -> set[str]:
    """Return the addresses of the pages of a desk."""
    [desk] = [path for path in (APP / "desks" / role).glob("*.tsx") if "export default" in path.read_text("utf-8")]
    return set(ROUTE.findall(desk.read_text("utf-8")))


@pytest.mark.parametrize("role", desk_roles())
def test_each_kind_of_task_of_a_role_has_its_page(role: str) -> None:
    types = schema_and_content_types()[1]
    rules = [rule for rule in TASK_RULES if Role(role) in rule.who]
    ways, routes = ways_of(role), routes_of(role)

    assert ways.keys() == {rule.kind for rule in rules}
    for rule in rules:
        way, type_ = ways[rule.kind], types[rule.noun]
        if way.startswith(OF_CONTENT):
            assert way.removeprefix(OF_CONTENT).removesuffix("/edit") == f"{type_.name}/:id", rule.kind
        else:
            assert way.replace(":client", ":id") in routes, rule.kind
        assert ":client" not in way or "client" in type_.relations, rule.kind


def test_an_awaited_step_leads_to_the_page_of_its_object() -> None:
    types = schema_and_content_types()[1]
    written = {kind for role in desk_roles() for kind in ways_of(role)}

    for rule in awaited_steps(types.values()):
        # records/task-ways.ts makes the name of the type of the id, which begins with the noun.
        assert "".join(word.capitalize() for word in rule.noun.split("_")) == types[rule.noun].name
        assert rule.kind not in written


def test_each_way_of_seeing_has_its_words_in_three_languages() -> None:
    words = (APP / "records" / "sight" / "words.ts").read_text("utf-8")

    for path in PathKind:
        assert len(re.findall(rf"^    '?{path}'?: '", words, re.MULTILINE)) >= 3, path
