"""What a person reads in a package is Finnish and in order: no code of ours stands in the PDF."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tortoise.transactions import in_transaction

from auth.disclosure import default_purpose
from auth.viewer import Viewer
from resolvers.rights.printed.export_document import story
from resolvers.rights.printed.words import export_words
from schema.engine.shared import Purpose
from service.resources import schema_and_content_types
from tests.support.actions.casework import contract_to_sign, sign_and_activate
from tests.support.actions.data_requests import make_request, step_request
from tests.support.actions.exports import read_export
from tests.support.organisation import NOBODY, SampleOrganisation, open_account
from workflow.purposes import PURPOSES
from workflow.roles import AccountKind, Role

DAY = re.compile(r"(\d+)\.(\d+)\.(\d{4})")
CODE = re.compile(r"(?<![.@])\b(?:[A-Z]{4,}|[A-Z]+_[A-Z_]+|fi|sv|FI|OWN)\b")


def said(blocks: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return every text of a document, cell by cell, in reading order."""
    found: list[str] = []
    for block in blocks:
        found += [block["text"]] if "text" in block else []
        found += block.get("heads", []) + block.get("items", [])
        found += [cell for row in block.get("rows", []) for cell in row]
    return found


async def eeva(organisation: SampleOrganisation) -> str:
    """A client under contract, whose days were written down from the last to the first, with an account of her own."""
    await sign_and_activate(organisation, await contract_to_sign(organisation))
    reverse = "UPDATE attendance SET created_at = created_at - (day - DATE '2026-12-01') * interval '1 minute'"
    await organisation.pool.execute(reverse)
    client = await organisation.pool.fetchval("SELECT id FROM client WHERE last_name = 'Esimerkki'")
    await open_account(organisation, "eeva", "TRAINEE", client_id=client)
    told = {"serviceLanguage": "fi", "motherTongue": "sv", "country": "FI"}
    given = {"id": f"client_{client.hex}", "revision": 2, **told}
    query = "mutation U($i: UpdateClientInput!) { updateClient(input: $i) { errors { code } } }"
    assert (await organisation.data("coach_a", query, i=given))["updateClient"]["errors"] == []
    await organisation.data("eeva", "query C($i: ID!) { client(id: $i) { lastName } }", i=given["id"])
    return str(given["id"])


async def read(organisation: SampleOrganisation, who: str, kind: str) -> list[str]:
    """Return what somebody reads in the package of a new request, section after section."""
    it = await make_request(organisation, kind, who)
    assert [await step_request(organisation, it, "BEGIN"), await step_request(organisation, it, "BUILD")] == [[], []]
    package = await read_export(organisation, it)
    async with in_transaction() as db:
        words = await export_words(schema_and_content_types()[1].values(), (), package["language"], db)
    return said(story(package, words))


async def test_days_of_attendance_follow_each_other_in_time(organisation: SampleOrganisation) -> None:
    await eeva(organisation)
    texts = await read(organisation, "eeva", "ACCESS")

    planned = await organisation.count("attendance")
    found = [DAY.fullmatch(text) for text in texts[texts.index("Liite: läsnäolot päivittäin") :]]
    days = [date(int(m[3]), int(m[2]), int(m[1])) for m in found if m][:planned]
    assert planned > 20
    assert days == sorted(days)


@pytest.mark.parametrize("has_terms", [True, False])
async def test_codes_are_told_in_finnish_even_before_a_register_has_terms(
    organisation: SampleOrganisation, has_terms: bool
) -> None:  # a parameter
    client = await eeva(organisation)
    if not has_terms:
        await organisation.pool.execute("DELETE FROM term")
    shown, log = await read(organisation, "eeva", "ACCESS"), await read(organisation, "eeva", "LOG_ACCESS")

    assert [text for text in (*shown, *log) if CODE.search(text)] == []
    assert {"suomi", "ruotsi", "Suomi"} <= set(shown)
    assert "omien tietojen katselu" in log
    assert client not in shown


async def test_what_was_done_is_told_in_the_past(organisation: SampleOrganisation) -> None:
    await eeva(organisation)
    texts = await read(organisation, "eeva", "ACCESS")
    done = set(texts[texts.index("Miten tietojasi on muutettu") :])

    assert {"Allekirjoitukset pyydetty", "Vahvistettu", "Otettu käsittelyyn"} <= done
    assert not {"Pyydä allekirjoitukset", "Vahvista", "Ota käsittelyyn"} & done


def test_every_purpose_of_a_look_has_words() -> None:
    kinds = [Viewer(account=NOBODY, kind=kind, epoch=1, name="") for kind in AccountKind]
    staff = [replace(kinds[0], everywhere=frozenset({role})) for role in Role]
    purposes = {default_purpose(viewer) for viewer in (*kinds, *staff)} | {p.name for p in Purpose} | {"EMERGENCY"}

    assert purposes - set(PURPOSES) == set()
