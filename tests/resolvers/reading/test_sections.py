"""Whatever the sections of a form say: SQL and Python show the same keys, and a key in no section shows to nobody."""

from random import Random
from typing import Any

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from resolvers.reading.sections import permission_of, readable_keys, refused_keys
from service.resources import schema_and_content_types
from tests.support.actions.forms import READ_ANSWER, answer_about_aino
from tests.support.organisation import SampleOrganisation
from workflow.vocabulary import NEVER, PERMISSIONS, Permission

ANSWERS = schema_and_content_types()[1]["form_answer"]
KEYS = ("wish", "mood", "remark", "extra")
NAMES = [*sorted(PERMISSIONS), "knighthood"]
SECTION = st.fixed_dictionaries(
    {
        "name": st.just("part"),
        "read": st.sampled_from(NAMES),
        "write": st.sampled_from(NAMES),
        "keys": st.lists(st.sampled_from(KEYS), max_size=3, unique=True),
    }
)


@settings(max_examples=300, deadline=None)
@given(sections=st.lists(SECTION, max_size=4), held=st.frozensets(st.sampled_from(sorted(PERMISSIONS))))
def test_a_key_is_open_only_to_the_permission_of_its_one_section(sections: Any, held: frozenset[str]) -> None:
    def may(permission: Permission) -> bool:
        return permission.name in held and permission is not NEVER

    field = ANSWERS.fields["answers"]
    read = readable_keys(sections, may)
    refused = {problem.path[1] for problem in refused_keys(field, sections, dict.fromkeys(KEYS, 1), may)}
    for key in KEYS:
        having = [section for section in sections if key in section["keys"]]
        opened = len(having) == 1 and having[0]["read"] in {n for n in held if not PERMISSIONS[n].writes}
        assert (key in read) == opened
        assert (key in refused) == (permission_of(sections, key, "write") not in writing(held) or len(having) != 1)


def writing(held: frozenset[str]) -> set[Permission]:
    """Return the permissions held with which something may be written."""
    return {PERMISSIONS[name] for name in held if PERMISSIONS[name].writes and name != "never"}


def some_sections(chance: Random) -> list[dict[str, Any]]:
    """Return sections that may overlap, leave keys out, or name what nobody knows."""
    return [
        {
            "name": f"s{n}",
            "fi": "a",
            "sv": "b",
            "en": "c",
            "read": chance.choice(NAMES),
            "write": "modify",
            "keys": chance.sample(KEYS, chance.randint(0, 3)),
        }
        for n in range(chance.randint(0, 4))
    ]


async def test_sql_shows_the_keys_that_python_calls_readable(organisation: SampleOrganisation) -> None:
    answer = (await answer_about_aino(organisation, wish="Kokiksi"))["formAnswer"]
    stored = {key: f"value of {key}" for key in KEYS}
    workflow, chance = ANSWERS.kind.workflow, Random(7)
    people = {"coach_a": "coach", "trainee": "trainee", "manager": "manager", "privacy_officer": "privacy_officer"}
    shown = 0
    for _ in range(25):
        sections = some_sections(chance)
        await organisation.pool.execute(
            "UPDATE form_answer SET sections = $1::jsonb, answers = $2::jsonb",
            orjson.dumps(sections).decode(),
            orjson.dumps(stored).decode(),
        )
        for who, role in people.items():
            held = {p for p in workflow.granted() if role in workflow.roles("DRAFT", p)}
            node = (await organisation.data(who, READ_ANSWER, id=answer["id"]))["formAnswer"]
            readable = readable_keys(sections, held.__contains__)
            covered = {f"answers.{key}" for section in sections for key in section["keys"]}
            assert set(node["answers"]) == readable, (who, sections)
            assert set(node["redacted"]) == covered - {f"answers.{key}" for key in readable}, (who, sections)
            shown += len(readable)
    assert shown > 25
