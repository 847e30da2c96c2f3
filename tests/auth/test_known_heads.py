"""What was read of a head is used again for an equal head, and for no other."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from auth.known_heads import MOST_HEADS, READINGS, KnownHeads, read_once

NAMES = st.sampled_from([b"cookie", b"accept", b"x-csrf-token", b"host"])
HEADS = st.lists(st.tuples(NAMES, st.text("ab:;= ", max_size=3).map(str.encode)), max_size=4)


@given(HEADS, HEADS)
def test_only_equal_heads_share_their_readings(
    one: list[tuple[bytes, bytes]], other: list[tuple[bytes, bytes]]
) -> None:
    heads = KnownHeads()

    assert (heads.readings(one) is heads.readings(other)) == (one == other)


def test_the_length_of_the_body_makes_no_other_head_and_more_digits_do() -> None:
    heads = KnownHeads()
    short, same, longer = ([(b"content-length", length)] for length in (b"17", b"92", b"170"))

    assert heads.readings(short) is heads.readings(same)
    assert heads.readings(short) is not heads.readings(longer)


def test_the_head_that_was_unused_longest_is_forgotten() -> None:
    heads = KnownHeads()
    first = heads.readings([(b"cookie", b"first")])
    second = heads.readings([(b"cookie", b"second")])
    for number in range(MOST_HEADS - 1):
        assert heads.readings([(b"cookie", b"first")]) is first
        heads.readings([(b"cookie", b"%d" % number)])

    assert heads.readings([(b"cookie", b"first")]) is first
    assert heads.readings([(b"cookie", b"second")]) is not second


@pytest.mark.parametrize(("known", "times"), [(True, 1), (False, 2)])
def test_a_reading_is_asked_once_where_heads_are_known(known: bool, times: int) -> None:
    asked = []
    scope: dict[str, Any] = {"type": "http", "headers": [(b"accept", b"text/plain")]}
    request = Request(scope | ({READINGS: {}} if known else {}))

    def accept(of: Request) -> str:
        asked.append(of)
        return of.headers["accept"]

    assert [read_once(request, accept), read_once(request, accept)] == ["text/plain", "text/plain"]
    assert len(asked) == times
