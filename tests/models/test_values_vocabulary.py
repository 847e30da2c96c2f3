from datetime import date

import pytest

from models import codes, contact, identity_code
from models.values import ValueRefused
from models.vocabulary import (
    attendance_codes,
    countries,
    languages,
    municipalities,
    refusals,
    seeded_words,
    service_types,
    terms,
)
from service.importing import cells, run

OURS = ("models.", "service.importing.")


# Statistics Finland's yearly counts.
@pytest.mark.parametrize(
    ("year", "count"),
    {
        2008: 415,
        2009: 348,
        2010: 342,
        2011: 336,
        2013: 320,
        2015: 317,
        2016: 313,
        2017: 311,
        2020: 310,
        2021: 309,
        2025: 308,
        2026: 308,
    }.items(),
)
def test_as_many_municipalities_are_in_force_as_the_statistics_say(year: int, count: int) -> None:
    assert sum(word.is_in_force(date(year, 1, 1)) for word in municipalities().values()) == count


def test_a_merged_municipality_names_one_that_took_over_on_the_same_day() -> None:
    for word in municipalities().values():
        if word.ends_before:
            assert municipalities()[word.facts["merged_into"]].is_in_force(word.ends_before), word.token


def test_mikkeli_is_491_in_both_languages() -> None:
    mikkeli = municipalities()["491"]
    assert (mikkeli.fi, mikkeli.sv) == ("Mikkeli", "S:t Michel")


def test_public_lists_are_whole() -> None:
    assert len(countries()) == 249
    assert len(languages()) == 183 + 13  # of two letters, and those of Finland that have three
    assert list(languages())[:2] == ["fi", "sv"]


def test_attendance_codes_have_the_effects_of_the_table() -> None:
    effects = {
        token: tuple(word.facts[name] for name in ("benefit", "expense_allowance", "reported", "billable"))
        for token, word in attendance_codes().items()
    }
    absent = ("KEPT", "NO", "YES", "NO")
    swapped = ("AS_REPLACEMENT", "AS_REPLACEMENT", "NO", "AS_REPLACEMENT")
    assert effects == {
        "PRESENT": ("KEPT", "YES", "NO", "YES"),
        "PRESENT_REMOTE": ("AGREED", "AGREED", "NO", "CONTRACT"),
        "PRESENT_SHORT": ("REVIEW", "REVIEW", "FLAG", "CONTRACT"),
        **dict.fromkeys(("ABSENT_SICK", "ABSENT_CHILD", "ABSENT_INTERVIEW", "ABSENT_OFFICE"), absent),
        "ABSENT_AGREED": ("LOST", "NO", "YES", "NO"),
        "ABSENT_UNAUTHORISED": ("LOST", "NO", "YES", "NO"),
        "ABSENT_PENDING": ("HELD", "NONE", "HELD", "NO"),
        "NOT_ORGANISED": ("KEPT", "NO", "INFORMATIONAL", "NO"),
        "HOLIDAY": ("KEPT", "NO", "NO", "NO"),
        "SWAPPED_OUT": swapped,
        "SWAPPED_IN": swapped,
    }


def test_rehabilitative_work_has_the_limits_of_the_law() -> None:
    (version,) = (kind for kind in service_types() if kind.token == "REHABILITATIVE_WORK")
    assert version.rules["max_days_per_week"] == 4
    assert version.rules["min_minutes_per_day"] == 240
    assert version.rules["max_minutes_per_week"] == 1920
    assert version.rules["max_months"] == 24


def test_every_version_of_a_service_type_answers_the_same_questions() -> None:
    assert len({frozenset(version.rules) for version in service_types()}) == 1


def test_every_seeded_word_has_titles_and_occurs_once() -> None:
    words = list(seeded_words())
    assert len({(word.vocabulary, word.token) for word in words}) == len(words)
    assert all(word.fi and word.sv and word.en for word in words)
    assert {"gender", "basis", "relationship_end_reason", "referral_reject_reason", "document_title"} <= set(terms())


def test_every_refusal_of_a_value_or_a_row_can_be_read_in_three_languages() -> None:
    modules = (codes, contact, identity_code, cells, run)
    found = {refusal.code for refusal in every_refusal(ValueRefused) if refusal.__module__.startswith(OURS)}
    assert {module.__name__.startswith(OURS) for module in modules} == {True}
    assert found == set(refusals())
    assert all(word.fi and word.sv and word.en for word in refusals().values())


def every_refusal(kind: type[ValueRefused]) -> set[type[ValueRefused]]:
    return {kind, *(found for child in kind.__subclasses__() for found in every_refusal(child))}
