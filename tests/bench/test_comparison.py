"""PostGraphile's answers are compared leaf by leaf with the service's, as strictly as their ways of writing allow."""

from copy import deepcopy
from typing import Any

import pytest

from bench.postgraphile.comparison import answers_alike

OURS: dict[str, Any] = {
    "data": {
        "clients": {
            "nodes": [
                {
                    "id": "client_0192cc09140070008008000000000000",
                    "email": None,
                    "referrals": {"nodes": [{"receivedAt": "2026-01-02T09:30:00+00:00", "version": 1}]},
                },
                {
                    "id": "client_0192cc09140070008008000000000001",
                    "email": "a-b@example.org",
                    "referrals": {"nodes": []},
                },
            ]
        }
    },
    "extensions": {"redacted": [{"path": ["clients", "nodes", "email"], "permission": "contact", "rows": "SOME"}]},
}
REFERRAL = {"receivedAt": "2026-01-02T11:30:00+02:00", "version": 1}
THEIRS: dict[str, Any] = {
    "data": {
        "clients": {
            "nodes": [
                {
                    "id": "0192cc09-1400-7000-8008-000000000000",
                    "email": "hidden@example.org",
                    "referrals": {"nodes": [REFERRAL]},
                },
                {"id": "0192cc09-1400-7000-8008-000000000001", "email": "a-b@example.org", "referrals": {"nodes": []}},
            ]
        }
    }
}


def changed(place: int, **values: Any) -> dict[str, Any]:
    """Return PostGraphile's answer with other values in one client."""
    answer = deepcopy(THEIRS)
    answer["data"]["clients"]["nodes"][place] |= values
    return answer


def test_an_id_a_moment_and_a_hidden_field_may_be_written_differently() -> None:
    assert answers_alike(OURS, THEIRS, same_rows=True)


@pytest.mark.parametrize(
    "theirs",
    [
        changed(0, id="0192cc09-1400-7000-8008-000000000002"),
        changed(1, email="other@example.org"),
        changed(1, email=None),
        changed(0, referrals={"nodes": []}),
        changed(0, referrals={"nodes": [REFERRAL | {"version": 2}]}),
        changed(0, referrals={"nodes": [REFERRAL | {"receivedAt": "2026-01-02T09:30:00+02:00"}]}),
        changed(0, more=1),
        {"data": {"clients": {"nodes": THEIRS["data"]["clients"]["nodes"][:1]}}},
        {"data": {"clients": {"nodes": []}}},
        {"data": None},
        THEIRS | {"errors": [{"message": "no"}]},
    ],
    ids=["id", "leaf", "null", "no nested row", "number", "moment", "key", "fewer", "empty", "nothing", "errors"],
)
@pytest.mark.parametrize("same_rows", [True, False])
def test_another_answer_is_noticed(theirs: dict[str, Any], same_rows: bool) -> None:
    assert not answers_alike(OURS, theirs, same_rows=same_rows)


def test_nested_rows_that_the_service_hides_may_be_shown_by_whom_has_no_policies() -> None:
    more = changed(1, referrals={"nodes": [REFERRAL]})

    assert answers_alike(OURS, more, same_rows=False)
    assert not answers_alike(OURS, more, same_rows=True)


def test_rows_of_the_page_may_not_be_more_even_without_policies() -> None:
    nothing: dict[str, Any] = {"data": {"clients": {"nodes": []}}}

    assert not answers_alike(nothing, THEIRS, same_rows=False)
