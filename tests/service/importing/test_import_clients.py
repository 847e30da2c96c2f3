from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.demo.people.identity_codes import coded
from service.importing.clients import CellFault, ClientRow, ReadingRules, RowRefused, read_client
from service.importing.columns import COLUMN_TITLES

RULES = ReadingRules(date(2026, 11, 23), allow_artificial=True)
CODE = coded(date(1990, 1, 31), "-", 901)
LEAST = {"last_name": "Esimerkki", "first_names": "Aino Maria"}


def test_a_full_row_becomes_a_client() -> None:
    texts = LEAST | {
        "call_name": " Aino ",
        "personal_identity_code": CODE.lower(),
        "date_of_birth": "31.1.1990",
        "gender": "Nainen",
        "mother_tongue": "Eesti",
        "service_language": "FI",
        "interpreter_needed": "ei",
        "municipality": "Ristiina",
        "street_address": "Satukatu 1  A 2",
        "postal_code": "100",
        "city": "HELSINKI",
        "phones": "048 000 1234 / +358480001235",
        "email": "Aino@Example.org",
        "safety_restriction": "X",
    }
    assert vars(read_client(texts, RULES)) == vars(
        ClientRow(
            first_names="Aino Maria",
            last_name="Esimerkki",
            call_name="Aino",
            personal_identity_code=CODE,
            date_of_birth=date(1990, 1, 31),
            gender="FEMALE",
            mother_tongue="et",
            service_language="fi",
            interpreter_needed=False,
            municipality="491",
            street_address="Satukatu 1 A 2",
            postal_code="00100",
            city="HELSINKI",
            country="FI",
            phones=("+358480001234", "+358480001235"),
            email="Aino@example.org",
            emergency_contact=None,
            safety_restriction=True,
        )
    )


def test_a_name_is_enough_and_gender_is_never_read_from_the_code() -> None:
    assert read_client(LEAST, RULES).gender == "UNDISCLOSED"
    assert read_client(LEAST | {"personal_identity_code": CODE}, RULES).gender == "UNDISCLOSED"
    assert read_client(LEAST | {"personal_identity_code": CODE}, RULES).date_of_birth == date(1990, 1, 31)


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("last_name", " ", "TEXT_EMPTY"),
        ("first_names", "?", "NAME_WITHOUT_LETTERS"),
        ("personal_identity_code", "0101", "IDENTITY_CODE_MALFORMED"),
        ("date_of_birth", "30.2.1990", "DATE_MALFORMED"),
        ("date_of_birth", "24.11.2026", "DATE_OF_BIRTH_IN_FUTURE"),
        ("gender", "N/A", "GENDER_UNKNOWN"),
        ("mother_tongue", "klingon", "LANGUAGE_UNKNOWN"),
        ("municipality", "Lintukoto", "MUNICIPALITY_UNKNOWN"),
        ("postal_code", "A1", "POSTAL_CODE_MALFORMED"),
        ("country", "Lintukoto", "COUNTRY_UNKNOWN"),
        ("phones", "0480001231,0480001232,0480001233,0480001234", "PHONES_TOO_MANY"),
        ("email", "x", "EMAIL_MALFORMED"),
        ("safety_restriction", "ehkä", "YES_NO_UNKNOWN"),
        ("interpreter_needed", "joskus", "YES_NO_UNKNOWN"),
        ("street_address", "x" * 201, "TEXT_TOO_LONG"),
    ],
)
def test_one_bad_cell_refuses_the_row_with_its_field_and_reason(field: str, text: str, code: str) -> None:
    with pytest.raises(RowRefused) as caught:
        read_client(LEAST | {field: text}, RULES)
    assert caught.value.faults == (CellFault(field, code),)


def test_all_faults_of_a_row_are_told_at_once() -> None:
    texts = {"last_name": "", "first_names": "Aino", "email": "x", "date_of_birth": "y"}
    with pytest.raises(RowRefused) as caught:
        read_client(texts, RULES)
    assert {fault.field for fault in caught.value.faults} == {"last_name", "email", "date_of_birth"}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("91", "091"),
        ("091", "091"),
        ("helsingfors", "091"),
        ("S:t Michel", "491"),
        ("Pertunmaa", "507"),
        ("Parainen", "445"),
    ],
)
def test_a_municipality_is_found_by_code_or_name_and_merged_ones_lead_on(written: str, code: str) -> None:
    assert read_client(LEAST | {"municipality": written}, RULES).municipality == code


def test_a_municipality_is_itself_before_its_merger() -> None:
    before = ReadingRules(date(2024, 12, 31), allow_artificial=True)
    assert read_client(LEAST | {"municipality": "Pertunmaa"}, before).municipality == "588"


def test_a_row_shows_nothing_of_the_person_in_a_traceback() -> None:
    row = read_client(LEAST | {"personal_identity_code": CODE}, RULES)
    assert "Esimerkki" not in repr(row)
    assert CODE not in repr(row)


@given(
    st.dictionaries(st.sampled_from(sorted(COLUMN_TITLES)), st.text(st.characters(exclude_categories=()), max_size=30))
)
def test_whatever_stands_in_the_cells_gives_a_client_or_reasons(texts: dict[str, str]) -> None:
    try:
        client = read_client(texts, RULES)
    except RowRefused as refused:
        named = {fault.field for fault in refused.faults}
    else:
        named = {"last_name"} if client.last_name else set()
    assert named
