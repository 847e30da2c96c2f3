"""Every kind of answer of a form as the access package prints it: in words, in three languages, never as JSON."""

import pytest

from resolvers.declaration import Field
from resolvers.rights.printed.words import ExportWords
from service.resources import schema_and_content_types
from tests.support.rows.kinds_of_answers import ANSWERS, QUESTIONS

REF = "form_answer_1"
FINNISH = """Toive: Kokiksi
Pisteet: 3,5
Alkaen: 2.11.2026
Ajokortti? kyllä
Paikka: Kauppa
Myös: Keittiö, Kauppa
Koti: Rauhallinen: ei; Huoneita: 2
Työt:
Alkoi: 31.1.2020; Missä: Keittiö
Missä: Kauppa"""
ENGLISH = """Wish: Kokiksi
Score: 3.5
Since: 2 November 2026
Driving licence? yes
Place: Shop
Also: Kitchen, Shop
Home: Quiet: no; Rooms: 2
Jobs:
Began: 31 January 2020; Where: Kitchen
Where: Shop"""


def answers_field() -> Field:
    """Return the declared field that holds the answers of a form."""
    return schema_and_content_types()[1]["form_answer"].fields["answers"]


def words(language: str) -> ExportWords:
    """Return the words of a package in which one form is answered."""
    return ExportWords(language, {}, {}, {REF: QUESTIONS})


@pytest.mark.parametrize(("language", "expected"), [("fi", FINNISH), ("en", ENGLISH)])
def test_a_whole_form_is_printed_question_by_question(language: str, expected: str) -> None:
    assert words(language).value(answers_field(), ANSWERS, REF) == expected


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("key", QUESTIONS)
def test_no_answer_is_printed_as_json_or_with_a_code(key: str, language: str) -> None:
    printed = words(language).value(answers_field(), {key: ANSWERS[key]}, REF)

    assert printed.startswith(QUESTIONS[key]["x-titles"][language])
    assert not set('{}[]"') & set(printed)
    assert not {"KITCHEN", "SHOP", "True", "False", "2026-11-02"} & set(printed.replace(",", " ").split())


def test_an_answer_without_its_form_is_printed_with_its_keys() -> None:
    assert ExportWords("fi", {}, {}).value(answers_field(), {"home": {"rooms": 2}}, REF) == "home: rooms: 2"


def test_what_is_no_day_although_the_form_asks_for_one_is_printed_as_it_is() -> None:
    assert words("fi").value(answers_field(), {"since": "ensi viikolla"}, REF) == "Alkaen: ensi viikolla"
