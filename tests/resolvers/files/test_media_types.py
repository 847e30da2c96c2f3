"""What is told by its bytes and by its name, for any bytes and any name."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import asyncpg
from hypothesis import given
from hypothesis import strategies as st

from models.sealed import Keyring, Place, SealRefused, seal_bytes, unseal_bytes
from resolvers.contents.checks import CHECKS
from resolvers.files.media_types import ALLOWED, checked_name
from resolvers.reading.signed_links import (
    GET,
    LINK_LIFETIME,
    PUT,
    file_link,
    file_link_sql,
    is_file_link,
    link_key,
)
from service.database.connections import credentials

KEY = link_key(b"k" * 32, UUID(int=1))
MOMENT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
RING = Keyring({1: b"s" * 32}, {1: b"i" * 32})
PLACE = Place("attachment", "file", UUID(int=7))


def test_every_type_that_may_be_announced_has_its_check() -> None:
    assert set(CHECKS) == set(ALLOWED)


@given(st.text(max_size=250), st.sampled_from(sorted(ALLOWED)))
def test_an_accepted_name_is_one_line_without_folders_and_ends_as_its_kind(name: str, media_type: str) -> None:
    kept = checked_name(name, media_type)
    if kept is not None:
        assert len(kept) <= 200
        assert not set(kept) & set('/\\"\n\r\0')
        assert kept.rpartition(".")[2].lower() in ALLOWED[media_type]
        assert checked_name(kept, media_type) == kept


@given(st.uuids(), st.sampled_from([GET, PUT]), st.integers(-600, 600))
def test_a_link_holds_for_its_caller_its_file_its_verb_and_its_time(file: UUID, verb: str, seconds: int) -> None:
    path = file_link(KEY, file, verb, MOMENT)
    query = dict(part.split("=") for part in path.partition("?")[2].split("&"))
    asked = MOMENT + timedelta(seconds=seconds)

    assert is_file_link(KEY, file, verb, query, asked) == (asked <= MOMENT + LINK_LIFETIME)
    assert not is_file_link(link_key(b"k" * 32, UUID(int=2)), file, verb, query, MOMENT)
    assert not is_file_link(KEY, file, PUT if verb == GET else GET, query, MOMENT)
    assert not is_file_link(KEY, file, verb, query | {"until": str(int(query["until"]) + 1)}, MOMENT)
    assert not is_file_link(KEY, UUID(int=file.int ^ 1), verb, query, MOMENT)


@given(st.text(max_size=20), st.text(max_size=40))
def test_nothing_that_somebody_types_is_a_link(until: str, signed: str) -> None:
    assert not is_file_link(KEY, UUID(int=7), GET, {"until": until, "signature": signed}, MOMENT)


async def test_the_statement_signs_as_python_does(database_copy: str) -> None:
    connection = await asyncpg.connect(**credentials(database_copy))
    until = int((MOMENT + LINK_LIFETIME).timestamp())
    made = [
        (
            file,
            await connection.fetchval(
                f"SELECT {file_link_sql('$1::uuid', '$2::bigint', '$3::bytea')}", file, until, KEY
            ),
        )
        for file in (UUID(int=number * 7919) for number in range(1, 40))
    ]
    await connection.close()

    assert made == [(file, file_link(KEY, file, GET, MOMENT)) for file, _ in made]


@given(st.binary(max_size=2_000), st.integers(0), st.integers(1, 255))
def test_sealed_bytes_come_back_whole_or_not_at_all(content: bytes, at: int, flip: int) -> None:
    sealed = seal_bytes(RING, PLACE, content)
    changed = bytearray(sealed)
    changed[at % len(sealed)] ^= flip

    assert unseal_bytes(RING, PLACE, sealed) == content
    try:
        unseal_bytes(RING, PLACE, bytes(changed))
    except SealRefused:
        return
    raise AssertionError("a changed file opened")
