import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ordering import LONGEST_KEY, sort_key, unaccented
from models.values import (
    NameWithoutLetters,
    TextEmpty,
    TextTooLong,
    TextUnsafe,
    ValueRefused,
    normalise_name,
    normalise_text,
)

any_text = st.text(st.characters(exclude_categories=()), max_size=120)


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("  Äidin  Maria ", "Äidin Maria"),
        ("A\u0308ija\u0308", "Äijä"),
        ("Anna\u00a0Liisa", "Anna Liisa"),
        ("O’Brien", "O’Brien"),
        ("ن\u200cا", "ن\u200cا"),
        ("Mäki-Aho", "Mäki-Aho"),
    ],
)
def test_a_name_is_composed_and_its_blanks_are_folded(written: str, stored: str) -> None:
    assert normalise_name(written) == stored


@pytest.mark.parametrize(
    ("written", "refusal"),
    [
        ("", TextEmpty),
        (" \t\n", TextEmpty),
        ("x" * 101, TextTooLong),
        ("A\x00a", TextUnsafe),
        ("A\ud800a", TextUnsafe),
        ("A\u202ea", TextUnsafe),
        ("A\u2067a", TextUnsafe),
        ("A\u200ba", TextUnsafe),
        ("A\ufeffa", TextUnsafe),
        ("A\x1ba", TextUnsafe),
        ("A\ufffea", TextUnsafe),
        ("-", NameWithoutLetters),
        ("123", NameWithoutLetters),
    ],
)
def test_a_name_that_cannot_be_stored_is_refused_with_its_reason(written: str, refusal: type[ValueRefused]) -> None:
    with pytest.raises(refusal) as caught:
        normalise_name(written)
    assert str(caught.value) == refusal.code


def test_a_name_of_a_hundred_characters_fits() -> None:
    assert normalise_name("ä" * 100) == "ä" * 100


def test_free_text_keeps_its_lines_and_drops_outer_blanks() -> None:
    assert normalise_text("  Tavoite:\r\n\tkielikurssi\rja työ\u2028 ", 50) == "Tavoite:\n\tkielikurssi\nja työ"


def test_free_text_may_hold_an_emoji_family_but_no_direction_mark() -> None:
    assert normalise_text("👩\u200d👧", 10) == "👩\u200d👧"
    with pytest.raises(TextUnsafe):
        normalise_text("abc\u202dxyz", 50)


@pytest.mark.parametrize("normalise", [lambda text: normalise_text(text, 60), normalise_name])
@given(written=any_text)
def test_whatever_is_written_is_stored_stably_or_refused(normalise: Callable[[str], str], written: str) -> None:
    try:
        stored = normalise(written)
    except ValueRefused:
        stored = normalise("in its place")
    assert normalise(stored) == stored
    assert unicodedata.is_normalized("NFC", stored)
    assert stored.encode("utf-8").decode("utf-8") == stored
    assert "\x00" not in stored


IN_FINNISH_ORDER = [
    ("3D", "Aalto"),
    ("Aalto", "Anna"),
    ("Aalto", "Åke"),
    ("Aalto-Mäki", "Anna"),
    ("Aaltonen", "Aino"),
    ("Eklund", "Bo"),
    ("Eklöf", "Ann"),
    ("Mäki", "Väinö"),
    ("Mäki-Aho", "Beda"),
    ("Mäki Petäys", "Beda"),
    ("Mäkinen", "Aada"),
    ("Möller", "Kaj"),
    ("O'Brien", "Pat"),
    ("Obrink", "Pat"),
    ("Valta", "Ilmari"),
    ("Virta", "Ilmari"),
    ("Waltari", "Mika"),
    ("Yli-Aho", "Ossi"),
    ("Ülo", "Tiit"),
    ("Ylönen", "Ulla"),
    ("Zetterberg", "Eva"),
    ("Åberg", "Siv"),
    ("Åström", "Siv"),
    ("Ääri", "Matti"),
    ("Öberg", "Siv"),
]


def test_names_stand_in_finnish_order_under_bytewise_comparison() -> None:
    keys = [sort_key(*names).encode() for names in IN_FINNISH_ORDER]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_case_and_accents_do_not_change_the_order() -> None:
    assert sort_key("ANDRÉ", "Zoë") == sort_key("Andre", "Zoe")
    assert sort_key("Müller", "x") == sort_key("Myller", "x")
    assert sort_key("Ø", "x") == sort_key("Ö", "x")


def test_braces_in_a_name_do_not_pass_for_finnish_letters() -> None:
    assert sort_key("A{b}", "|") == sort_key("Ab", "")


@given(st.text("abcdefghijklmnopqrstuvwxyzåäö", min_size=1), st.text("abcdefghijklmnopqrstuvwxyzåäö", min_size=1))
def test_lower_case_words_compare_letter_by_letter_in_the_finnish_alphabet(one: str, other: str) -> None:
    alphabet = "abcdefghijklmnopqrstuvwxyzåäö"
    by_alphabet = [alphabet.index(c) for c in one] < [alphabet.index(c) for c in other]
    assert (sort_key(one).encode() < sort_key(other).encode()) == by_alphabet


@given(any_text, any_text)
def test_a_sort_key_fits_its_column(last: str, first: str) -> None:
    assert len(sort_key(last, first)) <= LONGEST_KEY


@pytest.mark.parametrize(
    ("text", "searched"),
    [("Mäkinen", "makinen"), ("ÅSTRÖM", "astrom"), ("Đorđe Łoś", "dorde los"), ("Groß", "gross"), ("Ærø", "aero")],
)
def test_search_text_has_small_letters_without_accents(text: str, searched: str) -> None:
    assert unaccented(text) == searched
