import dataclasses
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.sealed import (
    KeyRefused,
    Keyring,
    Place,
    SealBroken,
    SealKeyUnknown,
    SealMalformed,
    SealRefused,
    blind_index,
    blind_indexes,
    key_of,
    key_prefix,
    reseal_bytes,
    seal,
    unseal,
)

ONE, TWO, INDEX, INDEX_TWO = (bytes([number]) * 32 for number in range(1, 5))
OLD = Keyring({1: ONE}, {1: INDEX})
BOTH = Keyring({1: ONE, 2: TWO}, {1: INDEX, 2: INDEX_TWO})
NEW = Keyring({2: TWO}, {2: INDEX_TWO})

places = st.builds(Place, st.sampled_from(["client", "official"]), st.sampled_from(["code", "other"]), st.uuids())
PLACE = Place("client", "personal_identity_code", UUID(int=7))


@given(places, st.text(max_size=40))
def test_a_sealed_value_opens_in_its_own_place_and_nowhere_else(place: Place, text: str) -> None:
    sealed = seal(OLD, place, text)
    assert unseal(OLD, place, sealed) == text
    for elsewhere in (
        dataclasses.replace(place, table="history"),
        dataclasses.replace(place, column="email"),
        dataclasses.replace(place, row=UUID(int=place.row.int ^ 1)),
    ):
        with pytest.raises(SealBroken):
            unseal(OLD, elsewhere, sealed)


@given(st.integers(0, 41), st.integers(1, 255))
def test_no_changed_byte_goes_unnoticed(position: int, mask: int) -> None:
    sealed = bytearray(seal(OLD, PLACE, "010190-900X"))
    sealed[position] ^= mask
    with pytest.raises(SealRefused):
        unseal(OLD, PLACE, bytes(sealed))


def test_the_same_value_is_never_sealed_to_the_same_bytes() -> None:
    assert len({seal(OLD, PLACE, "010190-900X") for _ in range(100)}) == 100


def test_a_sealed_value_and_its_index_hold_no_part_of_the_code() -> None:
    stored = seal(OLD, PLACE, "010190-900X") + blind_index(OLD, "010190-900X")
    assert b"010190" not in stored
    assert b"900X" not in stored


def test_a_rotation_can_stop_anywhere_and_be_run_again() -> None:
    rows = {
        UUID(int=number): seal(OLD, dataclasses.replace(PLACE, row=UUID(int=number)), str(number))
        for number in range(9)
    }
    for row in list(rows)[:4]:
        rows[row] = reseal_bytes(BOTH, dataclasses.replace(PLACE, row=row), rows[row])
    half_way = dict(rows)
    assert all(
        unseal(BOTH, dataclasses.replace(PLACE, row=row), sealed) == str(row.int) for row, sealed in rows.items()
    )
    assert sum(sealed.startswith(key_prefix(1)) for sealed in rows.values()) == 5

    rows = {row: reseal_bytes(BOTH, dataclasses.replace(PLACE, row=row), sealed) for row, sealed in rows.items()}

    assert all(rows[row] == half_way[row] for row in list(rows)[:4])
    assert all(unseal(NEW, dataclasses.replace(PLACE, row=row), sealed) == str(row.int) for row, sealed in rows.items())
    assert not any(sealed.startswith(key_prefix(1)) for sealed in rows.values())


def test_a_value_of_a_retired_key_is_named_as_such() -> None:
    with pytest.raises(SealKeyUnknown) as caught:
        unseal(NEW, PLACE, seal(OLD, PLACE, "010190-900X"))
    assert "010190" not in str(caught.value)


@pytest.mark.parametrize("stored", [b"", b"\x01", b"\x02" + bytes(60), b"\x01\x00\x01" + bytes(27)])
def test_bytes_that_were_never_sealed_are_refused(stored: bytes) -> None:
    with pytest.raises(SealMalformed):
        key_of(stored)


def test_the_index_tells_all_eleven_characters_apart() -> None:
    assert blind_index(OLD, "010190-900X") == blind_index(OLD, "010190-900X")
    assert blind_index(OLD, "010190-900X") != blind_index(OLD, "010190Y900X")
    assert len(blind_index(OLD, "010190-900X")) == 35


def test_a_search_during_a_rotation_finds_rows_of_both_index_keys() -> None:
    code = "010190-900X"
    assert blind_indexes(BOTH, code) == (blind_index(NEW, code), blind_index(OLD, code))
    assert blind_index(BOTH, code) == blind_index(NEW, code)


@pytest.mark.parametrize(
    ("sealing", "indexing"),
    [({}, {1: INDEX}), ({1: ONE}, {}), ({1: b"short"}, {1: INDEX}), ({0: ONE}, {1: INDEX}), ({65536: ONE}, {1: INDEX})],
)
def test_a_ring_without_usable_keys_is_refused(sealing: dict[int, bytes], indexing: dict[int, bytes]) -> None:
    with pytest.raises(KeyRefused):
        Keyring(sealing, indexing)


def test_a_ring_shows_no_key_and_cannot_be_changed_from_outside() -> None:
    keys = {1: ONE}
    ring = Keyring(keys, {1: INDEX})
    keys[2] = TWO
    assert ring.sealing_key == 1
    assert "\\x01" not in repr(ring)
    with pytest.raises(TypeError):
        ring.sealing[3] = TWO  # type: ignore[index] # the very thing that must fail
