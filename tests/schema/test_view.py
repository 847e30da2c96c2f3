"""What the endpoint takes for a request, and in which form it answers. test_graphql_over_http asks it
through real HTTP."""

from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.execution.view import JSON, RESPONSE, MalformedRequest, accepted, parsed

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"5",
        b"[]",
        b'"text"',
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"a":' * 5_000,
        b"{}",
        b'{"query": 5}',
        b'{"query": null}',
        b'[{"query": "{ a }"}]',
        b'{"query": "{ a }", "variables": []}',
        b'{"query": "{ a }", "variables": "x"}',
        b'{"query": "{ a }", "operationName": 5}',
        b'{"query": "{ a }", "extensions": 5}',
        b'{"query": "\xed\xa0\x80"}',
        b'{"query": "\\ud800"}',
    ],
)
def test_what_is_no_request_is_refused(body: bytes) -> None:
    with pytest.raises(MalformedRequest) as refused:
        parsed(body)
    assert refused.value.status == 400


@given(st.binary(max_size=200))
def test_no_bytes_make_it_fail_otherwise(body: bytes) -> None:
    try:
        request = parsed(body)
    except MalformedRequest:
        return
    assert isinstance(request["query"], str)


@given(st.fixed_dictionaries({"query": JSON_VALUES}, optional={"variables": JSON_VALUES, "operationName": JSON_VALUES}))
def test_a_request_is_taken_just_when_its_parts_are_of_their_kinds(body: dict[str, Any]) -> None:
    kinds: dict[str, Any] = {"query": str, "variables": (dict, type(None)), "operationName": (str, type(None))}
    is_good = all(isinstance(body[key], kinds[key]) for key in body)
    try:
        raw = orjson.dumps(body)
    except orjson.JSONEncodeError:
        return
    if is_good:
        assert parsed(raw) == body
    else:
        with pytest.raises(MalformedRequest):
            parsed(raw)


@pytest.mark.parametrize(
    ("header", "media"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        (JSON, JSON),
        (RESPONSE, RESPONSE),
        (f"{RESPONSE}, {JSON};q=0.9", RESPONSE),
        (f"{JSON}; charset=utf-8", JSON),
        ("text/html", None),
        ("text/html, */*;q=0.1", JSON),
        ("APPLICATION/JSON", JSON),
    ],
)
def test_the_answer_is_in_a_form_that_is_accepted(header: str, media: str | None) -> None:
    assert accepted(header) == media
