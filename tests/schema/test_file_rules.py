"""What a page is told of files before somebody chooses one, by role and on one object."""

from typing import Any

from tests.support.organisation import SampleOrganisation

RULES = """query F($name: String!, $id: ID) { contentType(name: $name, id: $id) { files {
  mayRead mayChange largest isScanned kinds { mediaType endings } } } }"""


async def rules_of(organisation: SampleOrganisation, who: str, name: str, id: str | None = None) -> dict[str, Any]:  # noqa: A002
    """Return what a caller is told of the files of a type, or of one object."""
    found = await organisation.data(who, RULES, name=name, id=id)
    return dict(found["contentType"]["files"])


async def test_a_coach_is_told_what_may_be_attached(organisation: SampleOrganisation) -> None:
    told = await rules_of(organisation, "coach_a", "Client", organisation.ids["aino"])

    assert (told["mayRead"], told["mayChange"], told["isScanned"]) == (True, True, False)
    assert {"mediaType": "image/jpeg", "endings": ["jpg", "jpeg"]} in told["kinds"]
    assert told["largest"] > 0


async def test_who_may_not_read_files_may_not_change_them(organisation: SampleOrganisation) -> None:
    finance = await rules_of(organisation, "finance", "Contract")
    ended = await rules_of(organisation, "coach_a", "Client", organisation.ids["saara"])

    assert (finance["mayRead"], finance["mayChange"]) == (False, False)
    assert ended["mayChange"] is False


async def test_a_type_without_files_has_no_rules(organisation: SampleOrganisation) -> None:
    answer = await organisation.data("coach_a", RULES, name="Goal", id=None)

    assert answer["contentType"]["files"] is None
