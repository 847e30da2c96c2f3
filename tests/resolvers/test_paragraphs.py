"""The difference of two long texts: both can be read out of it, and it never takes long."""

import orjson
from hypothesis import given
from hypothesis import strategies as st

from resolvers.paragraphs import (
    ADDED,
    KEPT,
    MOST_COMPARED,
    REMOVED,
    differing_paragraphs,
    paragraphs_of,
    with_paragraphs,
)

TEXTS = st.lists(st.sampled_from(["yksi", "kaksi", "kolme\nneljä", '"lainaus" \\ ']), max_size=12).map("\n\n".join)


@given(before=st.none() | TEXTS, after=st.none() | TEXTS)
def test_both_versions_can_be_read_out_of_the_difference(before: str | None, after: str | None) -> None:
    found = list(differing_paragraphs(before, after))

    assert [text for kind, text in found if kind in (KEPT, REMOVED)] == paragraphs_of(before)
    assert [text for kind, text in found if kind in (KEPT, ADDED)] == paragraphs_of(after)


@given(text=TEXTS)
def test_a_text_that_did_not_change_is_kept(text: str) -> None:
    assert {kind for kind, _ in differing_paragraphs(text, text)} <= {KEPT}


def test_very_many_paragraphs_are_not_compared_with_each_other() -> None:
    many = ["a", "b"] * MOST_COMPARED
    before, after = "\n\n".join(["Alku", *many, "Loppu"]), "\n\n".join(["Alku", *many[1:], "c", "Loppu"])

    found = list(differing_paragraphs(before, after))

    assert found[0] == (KEPT, "Alku")
    assert found[-1] == (KEPT, "Loppu")
    assert [kind for kind, _ in found].count(REMOVED) == len(many)


@given(before=TEXTS, after=TEXTS)
def test_a_marker_in_an_answer_becomes_a_list_of_paragraphs(before: str, after: str) -> None:
    marker = "\x02" + orjson.dumps([before, after, [["muutos", "change"], ["text", "text"]]]).decode()
    answer = orjson.dumps({"body": f'"{before}', "paragraphs": marker})

    shown = orjson.loads(with_paragraphs(answer))

    assert shown["body"] == f'"{before}'
    assert [(p["muutos"], p["text"]) for p in shown["paragraphs"]] == list(differing_paragraphs(before, after))
