"""Aliases are the caller's: none of them, whatever it is called, changes what is answered."""

import re
import string
from typing import Any

import pytest

from tests.support.organisation import SampleOrganisation

# Names of our statements, and every letter: what one level of a statement calls its rows.
INTERNAL = (
    *("live", "log", "ok", "subject", "subjects", "more", "cursors", "page_row", "one", "r0"),
    *(f"{letter}{number}" for letter in "jnpqrtm" for number in range(4)),
    *(f"p{number}j{place}" for number in range(1, 5) for place in range(2)),
)
DOCUMENTS = (
    """{ clients(first: 3) {
      totalCount
      @edges { @cursor node { id lastName unit { @name } } }
      nodes { @id lastName
        contracts(first: 2) { @nodes { @id state } pageInfo { @hasNextPage } }
        relationships(first: 2) { nodes { @id responsibleCoach { @lastName } } }
        history { @revision changes { @field before } }
        revisions { @revision changes { @field before { @text } } }
      }
      pageInfo { @hasNextPage endCursor }
    } }""",
    """{ first: clients(first: 3) { nodes { @id lastName } }
         second: clients(last: 2) { @nodes { id referrals(first: 2) { nodes { @id state } } }
                                    pageInfo { @startCursor } } }""",
    """{ tasks(first: 5) { @nodes { @kind dueOn object { @id } } pageInfo { @hasNextPage } } }""",
)
SLOT = re.compile(r"@(\w+)")


def values(answer: Any) -> Any:
    """Return an answer without the names of its keys, which stand in the order of the document."""
    if isinstance(answer, dict):
        return [values(value) for value in answer.values()]
    return [values(value) for value in answer] if isinstance(answer, list) else answer


@pytest.mark.parametrize("document", DOCUMENTS, ids=["lists in lists", "two lists", "tasks"])
async def test_no_alias_changes_an_answer(organisation: SampleOrganisation, document: str) -> None:
    plain = values(await organisation.data("supervisor_a", SLOT.sub(r"\1", document)))

    for name in (*string.ascii_lowercase, *INTERNAL):
        aliased = await organisation.data("supervisor_a", SLOT.sub(rf"{name}: \1", document))
        assert values(aliased) == plain, name
