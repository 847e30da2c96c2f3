"""Passwords that people in Finland choose, and those that they should choose."""

import asyncio
import unicodedata

import pytest

from auth.provider.passwords import (
    PasswordGuessable,
    PasswordLength,
    PasswordTooWeak,
    check_new_password,
    check_strength,
    common_words,
)


def score_is_enough(password: str) -> bool:
    try:
        check_strength(password, "aino.virtanen")
    except PasswordTooWeak:
        return False
    return True


GUESSABLE = [
    "Kesäkuu2024!",
    "kesäkuu 2024",
    "Jyväskylä2025!",
    "Jyvaskyla2025!",
    "jyväskylä4728",
    "salasana1234",
    "S4l4s4n4123456",
    "KoiraKissa2024",
    "asdfghjklöä12345",
    "12.12.1985-1.1",
    "5.6.1985 7.8.1990",
    "Helsinki12.5.1985",
    "24-12-1999Joulu",
    "Virtanen.Aino.1980",
    "Aino 1.2.2003 Virtanen!",
    "polku_valmennus_2026",
]


@pytest.mark.parametrize("password", GUESSABLE)
def test_a_common_word_with_a_year_a_date_or_a_few_signs_is_refused(password: str) -> None:
    with pytest.raises(PasswordGuessable) as refused:
        check_strength(password, "aino.virtanen")

    assert password not in str(refused.value)


@pytest.mark.parametrize("password", GUESSABLE)
def test_a_password_is_judged_alike_however_a_keyboard_writes_its_letters(password: str) -> None:
    with pytest.raises(PasswordGuessable):
        check_strength(unicodedata.normalize("NFD", password), "aino.virtanen")


def test_the_length_counts_after_normalising() -> None:
    with pytest.raises(PasswordLength):
        check_strength(unicodedata.normalize("NFD", "öylättihiiv"))

    assert score_is_enough(unicodedata.normalize("NFD", "öylätti hiiva kumpu"))
    assert score_is_enough(unicodedata.normalize("NFD", "äöylättihiivakumpuå" + "vq7xzkämdö" * 10))


@pytest.mark.parametrize(
    "password",
    [
        "koira sauna kynttilä traktori",
        "hämärä-järvi-ja-yhdeksän-sorsaa",
        "sininen hattu juoksee",
        "Tx7-Helsinki-4!gR",
        "k9!xVq2#Lm8zT",
    ],
)
def test_a_sentence_of_common_words_is_accepted(password: str) -> None:
    assert score_is_enough(password)


def test_the_words_are_in_lower_case_and_stand_there_once() -> None:
    words = common_words()

    assert len(words) == len(set(words)) > 500
    assert [word for word in words if word != unicodedata.normalize("NFC", word.lower())] == []


async def test_two_who_choose_at_once_are_judged_each_by_the_own_name() -> None:
    names = [f"qzvwxkj{letter * 3}" for letter in "bdfghlmnprst"]

    async def is_refused(name: str) -> bool:
        try:
            await check_new_password(f"{name}-{name}", name)
        except PasswordTooWeak:
            return True
        return False

    assert all(await asyncio.gather(*(is_refused(name) for name in names)))
