"""Ids in the class of the driver are ids like any other."""

from uuid import UUID

from models.driver_ids import new_id, read_id

DIGITS = "0192cc091ff470008008000000000bf4"


def test_new_ids_are_uuids_of_version_7_in_the_order_of_their_making() -> None:
    made = [new_id() for _ in range(100)]

    assert {one.version for one in made} == {7}
    assert sorted(made) == made
    assert len(set(made)) == 100


def test_a_read_id_equals_the_same_id_of_the_library() -> None:
    read, same = read_id(DIGITS), UUID(DIGITS)

    assert isinstance(read, UUID)
    assert (read == same, same == read, hash(read) == hash(same)) == (True, True, True)
    assert (str(read), read.hex, {same: 1}[read]) == (str(same), DIGITS, 1)
