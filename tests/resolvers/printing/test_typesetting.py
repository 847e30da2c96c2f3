"""What is printed keeps every letter, reads nothing as markup, is built for screen readers, and ends by its limits."""

import asyncio
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from auth.processing import ProcessorPool
from resolvers.printing import typesetting
from resolvers.printing.document import Document, bullets, facts, fits, heading, note, paragraph, shares, table
from resolvers.printing.typesetting import pdf_of, pictures_of
from resolvers.refusals import CommandRefused
from tests.support.printed import claims_of, structure_of, text_of

NAMES = {
    "Arabic": "محمد عبد الله",
    "Persian": "پژمان گلچین",
    "Cyrillic": "Юлія Щербаченко",
    "Greek": "Γιώργος Παπαδόπουλος",
    "Thai": "สมชาย ใจดี",
    "Hebrew": "דוד כהן",
    "Hindi": "कृष्ण शर्मा",
    "Bengali": "শেখ হাসিনা",
    "Tamil": "தமிழ்ச்செல்வன்",
    "Sinhala": "සමන් පෙරේරා",
    "Amharic": "ኃይለ ሥላሴ",
    "Tigrinya": "ተስፋይ ገብረ",
    "Georgian": "გიორგი მაისურაძე",
    "Armenian": "Արմեն Սարգսյան",
    "Khmer": "សុខ ចាន់",
    "Lao": "ສົມສັກ",
    "Burmese": "အောင်ဆန်း",
    "Chinese": "王小明",
    "Traditional": "陳麗華",
    "Korean": "김민수",
    "Japanese": "さくら 田中",
    "Vietnamese": "Nguyễn Thị Ánh",
    "Sami": "Šaŋŋá Áđđá Ŧuommá",
    "Somali and Yoruba": "Ṣọlá Adébáyọ̀",
    "Tibetan": "བསྟན་འཛིན",
    "Syriac": "ܝܘܣܦ",
    "Divehi": "އަޙްމަދު",
    "Mongolian": "ᠪᠣᠯᠳ",
    "Fulani": "𞤀𞤥𞤢𞤣𞤵",
}
MARKUP = '#panic("x") #read("/etc/passwd") $x$ *b* _i_ @ref <lab> // c \\ ` ``` = h - + / {"a": 1} #{1+1} https://a.b'


def document(*blocks: dict[str, object], language: str = "fi") -> Document:
    return Document(language, "Otsikko", "Luottamuksellinen", "Sivu", blocks, author="Polku ry", subject="Rekisteri")


def letters(text: str) -> set[str]:
    return {letter for letter in unicodedata.normalize("NFC", text) if unicodedata.category(letter)[0] in "LM"}


@pytest.mark.parametrize("script", NAMES)
def test_no_letter_of_a_name_is_lost_in_print(script: str) -> None:
    name = NAMES[script]

    printed = text_of(pdf_of(document(facts([("Nimi", name)]), table(["Nimi"], [[name]])), 0))

    assert letters(name) - letters(printed) == set()
    assert "U+" not in printed
    assert "\ufffd" not in printed


def test_a_letter_that_no_font_has_is_printed_as_its_number() -> None:
    printed = text_of(pdf_of(document(paragraph("Hän kirjoitti 😀 ja 𐤀𐤁.")), 0))

    assert "[U+1F600]" in printed
    assert "[U+10900][U+10901]" in printed


def test_nothing_that_a_person_wrote_is_read_as_markup() -> None:
    blocks = (heading(MARKUP), paragraph(MARKUP), note(MARKUP), facts([(MARKUP, MARKUP)]), bullets([MARKUP]))
    head: dict[str, Any] = {
        "title": MARKUP,
        "footer": MARKUP,
        "author": MARKUP,
        "recipient": [MARKUP],
        "sender": [MARKUP],
    }
    whole = replace(document(*blocks, table([MARKUP], [[MARKUP]])), **head)

    pdf = pdf_of(whole, 0)

    printed = " ".join(text_of(pdf).split())
    assert printed.count('#panic("x") #read("/etc/passwd")') == 11
    assert claims_of(pdf)["title"] == MARKUP
    assert "root:" not in printed


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_print_claims_accessibility_and_is_built_for_it(language: str) -> None:
    rows = [["1.2.2026", "läsnä"], ["2.2.2026", "poissa"]]
    pdf = pdf_of(
        document(
            heading("Osa"), paragraph("Teksti"), bullets(["a"]), table(["Päivä", "Tieto"], rows), language=language
        ),
        0,
    )

    claims, built = claims_of(pdf), structure_of(pdf)

    assert claims == {"language": language, "title": "Otsikko", "is_tagged": True, "pdf_ua": "1", "fonts": True}
    assert {name: built[name] for name in ("H1", "Table", "TH", "TD", "THead", "L", "LI")} == {
        "H1": 1,
        "Table": 1,
        "TH": 2,
        "TD": 4,
        "THead": 1,
        "L": 1,
        "LI": 1,
    }


def test_columns_take_their_longest_word_and_a_table_that_cannot_is_known_before() -> None:
    narrow = shares(["Merkintä", "Selitys"], [["etävalmennuspäivä", "lyhyt"], ["läsnä", "pitkä selitys " * 20]])

    assert narrow[0] >= len("etävalmennuspäivä")
    assert narrow[1] > narrow[0]
    assert fits(["Päivä"] * 8, [["1.2.2026"] * 8])
    assert not fits(["Päivä"] * 8, [["epäjärjestelmällisyys"] * 8])


def test_pages_are_made_as_pictures_too() -> None:
    pages = pictures_of(document(*[paragraph("Rivi")] * 120))

    assert len(pages) > 1
    assert {page[:8] for page in pages} == {b"\x89PNG\r\n\x1a\n"}


def test_a_document_that_is_too_large_or_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = document(table(["Päivä", "Tieto"], [["1.2.2026", "läsnä"]] * 4_000))
    codes = []
    for limit, value in (("MOST_BYTES", 1_000), ("MOST_WAIT", 0.05)):
        with monkeypatch.context() as bounded:
            bounded.setattr(typesetting, limit, value)
            with pytest.raises(CommandRefused) as refused:
                pdf_of(whole, 0)
        codes.append([problem.code for problem in refused.value.problems])

    assert codes == [["PRINT_TOO_LARGE"]] * 2


async def test_the_event_loop_turns_while_a_document_is_set() -> None:
    pool = ProcessorPool("prints", threads=1, queue=1)
    whole = document(table(["Päivä", "Tieto"], [["1.2.2026", "läsnä"]] * 3_000))
    setting, longest, loop = asyncio.ensure_future(pool.run(pdf_of, whole, 0)), 0.0, asyncio.get_running_loop()

    while not setting.done():
        before = loop.time()
        await asyncio.sleep(0.001)
        longest = max(longest, loop.time() - before)

    assert (await setting)[:5] == b"%PDF-"
    assert longest < 0.3


def test_the_process_gets_no_variable_of_the_service(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    seen, script = tmp_path / "seen", tmp_path / "process.py"
    script.write_text(f"import os, sys; open({str(seen)!r}, 'w').write(' '.join(os.environ)); sys.stdin.read()")
    monkeypatch.setenv("POLKU_SECRET_OF_A_TEST", "x")
    monkeypatch.setattr(typesetting, "_PROCESS", script)

    with pytest.raises(ValueError, match="not enough values"):
        pdf_of(document(), 0)

    assert "POLKU_SECRET_OF_A_TEST" not in seen.read_text()
    assert "typst" not in sys.modules
