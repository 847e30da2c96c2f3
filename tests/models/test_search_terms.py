"""The terms of a text, and what the queries of a search find among them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.lemmas import lemma
from models.search_terms import beginnings, other_spellings, search_terms, whole_words
from service.database.embedded_postgres import EmbeddedPostgres

LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"


def is_found(postgres: EmbeddedPostgres, query: str, text: str) -> bool:
    """Ask the database itself whether a query finds a text."""
    terms = search_terms(text)
    answer = postgres.execute(f"SELECT array_to_tsvector(string_to_array($${terms}$$, ' ')) @@ ($${query}$$)::tsquery")
    return answer.strip() == "t"


@pytest.mark.parametrize(
    ("word", "form"),
    [("sopimuksen", "sopimus"), ("työkokeilussa", "työkokeilu"), ("päihteistä", "päihde"), ("virtaselle", "virtanen")],
)
def test_a_word_has_its_dictionary_form(word: str, form: str) -> None:
    assert lemma(word) == form


@pytest.mark.parametrize("word", ["zzyzx", "koe2", "a" * 500, ""])
def test_a_word_without_one_is_its_own(word: str) -> None:
    assert lemma(word) == word


@pytest.mark.parametrize(
    ("text", "search"),
    [
        ("Seán O'Brien", "OBrien"),
        ("Seán O'Brien", "o'brien"),
        ("Seán O'Brien", "brien"),
        ("Gia d\u2019Angelo", "dangelo"),
        ("Gia d\u2019Angelo", "D'Angelo"),
        ("Anna-Liisa Mäkinen", "anna-liisa"),
        ("Anna-Liisa Mäkinen", "annaliisa"),
        ("Anna-Liisa Mäkinen", "liisa makinen"),
        ("Anna Liisa Mäkinen", "anna-liisa"),
        ("Ægir Đorđević", "aegir dordevic"),
        ("aino.aijala@example.org", "aino.aijala@example.org"),
        ("aino.aijala@example.org", "aijala"),
        ("王小明", "王小明"),
    ],
)
def test_a_name_is_found_however_its_parts_are_joined(postgres: EmbeddedPostgres, text: str, search: str) -> None:
    assert is_found(postgres, whole_words(search), text)


@pytest.mark.parametrize(("search", "found"), [("vir", True), ("virt sal", False), ("v", False), ("irtanen", False)])
def test_a_word_is_found_by_its_beginning_of_two_letters_or_more(
    postgres: EmbeddedPostgres, search: str, found: bool
) -> None:
    assert is_found(postgres, beginnings(search), "Ville Virtanen") is found


@given(st.text(LETTERS, min_size=5, max_size=18), st.integers(0, 17), st.sampled_from(LETTERS), st.integers(0, 3))
def test_a_name_with_one_mistake_has_a_term_in_common_with_the_right_one(
    name: str, place: int, letter: str, mistake: int
) -> None:
    at = place % (len(name) - 1)
    wrong = [
        name[:at] + name[at + 1 :],
        name[:at] + letter + name[at:],
        name[:at] + letter + name[at + 1 :],
        name[:at] + name[at + 1] + name[at] + name[at + 2 :],
    ][mistake]
    asked = {term.strip("'()") for term in other_spellings(wrong).replace(" ", "").split("|")}

    assert asked & {term for term in search_terms(name).split() if term.startswith("~")}


def test_a_long_text_is_found_by_its_words_and_not_by_misspelt_ones(postgres: EmbeddedPostgres) -> None:
    text = "Nyt sovittiin, että työtoiminta jatkuu aina keväällä kolmena päivänä viikossa keittiöllä Virtasen kanssa"

    assert is_found(postgres, other_spellings("keittiö"), text)
    assert not is_found(postgres, other_spellings("keitiöllä"), text)


@pytest.mark.parametrize("text", ["", "  ", "!!", "'", "\\", "&|!():*<->", "\u0301"])
def test_what_has_no_word_asks_for_nothing(text: str) -> None:
    assert (whole_words(text), beginnings(text), other_spellings(text), search_terms(text)) == ("", "", "", "")


@given(st.text(max_size=60))
def test_no_text_breaks_the_notation_of_terms_and_queries(text: str) -> None:
    assert "" not in search_terms(text).split(" ") or not search_terms(text)
    assert set(search_terms(text)) & set("'\\:&|!()*<>") == set()
    assert "\\" not in other_spellings(text)
