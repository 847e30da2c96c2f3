"""What the API tells of a type's fields is made from their declarations, and for each caller."""

from typing import Any

import pytest

from tests.support.actions.content import update
from tests.support.organisation import SampleOrganisation

FIELDS = """query F($name: String!) { contentType(name: $name) { plural mayView isSearched fields {
  name kind many target relation possibleStates isLong longest least most mostValues section { name titles { en } }
  isName isColumn filter order isSealed required isGivenOnce read write mayRead mayWrite
  options { token mayBeChosen titles { fi } } members { name kind isLong longest required options { token } } } } }"""


async def fields_of(organisation: SampleOrganisation, who: str, name: str) -> dict[str, dict[str, Any]]:
    """Return what a caller is told of the fields of a type, by their names."""
    found = (await organisation.data(who, FIELDS, name=name))["contentType"]["fields"]
    return {field["name"]: field for field in found}


async def test_a_reference_tells_where_it_leads_and_what_may_be_chosen(organisation: SampleOrganisation) -> None:
    fields = await fields_of(organisation, "coach_a", "CoachingNote")

    told = fields["relationshipId"]
    assert (told["target"], told["relation"], told["many"]) == ("Relationship", "relationship", False)
    assert "ENDED" in told["possibleStates"]  # the note of an ended relationship may still be written
    assert (fields["goalIds"]["target"], fields["goalIds"]["many"]) == ("Goal", True)


async def test_bounds_are_those_that_a_command_obeys(organisation: SampleOrganisation) -> None:
    fields = await fields_of(organisation, "coach_a", "Proposal")
    client = await fields_of(organisation, "coach_a", "Client")

    assert (fields["daysPerWeek"]["least"], fields["daysPerWeek"]["most"]) == (1, 7)
    assert (fields["text"]["longest"], fields["text"]["isLong"]) == (10_000, True)
    assert (client["lastName"]["longest"], client["phones"]["mostValues"]) == (100, 3)
    refused = await update(
        organisation, "coach_a", "Client", {"id": organisation.ids["aino"], "revision": 1}, lastName="a" * 101
    )
    assert refused == ["TEXT_TOO_LONG"]


async def test_codes_come_with_their_titles(organisation: SampleOrganisation) -> None:
    fields = await fields_of(organisation, "coach_a", "Proposal")

    kinds = {option["token"]: option["titles"]["fi"] for option in fields["kind"]["options"]}
    reasons = [option["token"] for option in fields["notRelevantReason"]["options"]]
    stored = await organisation.pool.fetch(
        "SELECT token FROM term WHERE vocabulary = 'referral_reject_reason' ORDER BY position, token"
    )
    assert kinds["EXTEND"] == "Jatko"
    assert reasons == [row["token"] for row in stored] != []
    assert all(option["mayBeChosen"] for option in fields["notRelevantReason"]["options"])
    assert fields["text"]["options"] == []


@pytest.mark.parametrize(
    ("type_name", "field", "token", "title"),
    [
        ("Client", "motherTongue", "fi", "suomi"),
        ("Client", "country", "FI", "Suomi"),
        ("Relationship", "situationAtStart", "UNEMPLOYED", "työtön"),
        ("Referral", "serviceCode", "REHABILITATIVE_WORK", "Kuntouttava työtoiminta"),
        ("Notification", "event", "referral.submit", "Lähete: lähetetty"),
        ("Referral", "decisionReason", "NEED_CHANGED", "tarve muuttui"),
        ("MonthlyFigure", "code", "491", "Mikkeli"),
        ("MonthlyFigure", "code", "RETIRED", "eläke / eläkkeellä"),
        ("SavedView", "about", "CoachingNote", "Valmennuskirjaus"),
        ("Rectification", "fieldKey", "phones", "Puhelinnumerot"),
    ],
)
async def test_a_code_that_names_something_comes_with_its_title(
    organisation: SampleOrganisation, type_name: str, field: str, token: str, title: str
) -> None:
    told = (await fields_of(organisation, "supervisor_a", type_name))[field]

    assert {one["token"]: one["titles"]["fi"] for one in told["options"]}[token] == title


async def test_members_of_a_value_object_have_titles_for_their_codes(organisation: SampleOrganisation) -> None:
    found = await organisation.data(
        "supervisor_a",
        """{ contentType(name: "PrivacyNotice") {
          fields { name members { name options { token titles { sv } } } } } }""",
    )

    members = {f["name"]: f["members"] for f in found["contentType"]["fields"]}["processors"]
    options = {m["name"]: m["options"] for m in members}["country"]
    assert {"token": "FI", "titles": {"sv": "Finland"}} in options


async def test_a_retired_code_is_told_and_may_not_be_chosen(organisation: SampleOrganisation) -> None:
    await organisation.pool.execute(
        "UPDATE term SET state = 'RETIRED' WHERE id = (SELECT id FROM term WHERE vocabulary = 'referral_reject_reason'"
        " ORDER BY token LIMIT 1)"
    )

    fields = await fields_of(organisation, "coach_a", "Proposal")

    chosen = [option["mayBeChosen"] for option in fields["notRelevantReason"]["options"]]
    assert chosen.count(False) == 1


async def test_lists_know_their_columns_filters_and_orders(organisation: SampleOrganisation) -> None:
    fields = await fields_of(organisation, "coach_a", "Client")

    assert [name for name, field in fields.items() if field["isName"]] == ["callName", "lastName"]
    assert (fields["lastName"]["order"], fields["lastName"]["filter"]) == ("LAST_NAME", "StringFilter")
    assert (fields["dateOfBirth"]["filter"], fields["unitId"]["filter"]) == ("DateFilter", "IdFilter")
    assert 0 < sum(field["isColumn"] for field in fields.values()) <= 4
    assert fields["personalIdentityCode"]["isSealed"]
    assert not fields["personalIdentityCode"]["isColumn"]


async def test_fields_that_one_permission_reads_stand_together(organisation: SampleOrganisation) -> None:
    fields = await fields_of(organisation, "coach_a", "Client")

    assert fields["email"]["section"] == {"name": "contact", "titles": {"en": "Contact details"}}
    assert fields["email"]["section"] == fields["phones"]["section"]
    assert fields["revision"]["section"]["name"] == "record"
    assert (fields["email"]["read"], fields["email"]["write"]) == ("contact", "modify_contact")


async def test_a_value_object_tells_its_members(organisation: SampleOrganisation) -> None:
    fields = await fields_of(organisation, "administrator", "Term")

    assert [member["name"] for member in fields["facts"]["members"]] == ["name", "text"]
    assert fields["facts"]["many"]


async def test_a_member_that_is_a_long_text_says_so(organisation: SampleOrganisation) -> None:
    fields = await fields_of(organisation, "administrator", "AgencyClient")

    told = {member["name"]: (member["isLong"], member["longest"]) for member in fields["documents"]["members"]}
    assert told == {"name": (False, 200), "text": (True, 10_000)}


@pytest.mark.parametrize(("who", "may_write", "may_view"), [("coach_a", True, True), ("finance", False, False)])
async def test_what_a_caller_may_do_is_told_to_each(
    organisation: SampleOrganisation, who: str, *, may_write: bool, may_view: bool
) -> None:
    told = (await organisation.data(who, FIELDS, name="CoachingNote"))["contentType"]

    body = next(field for field in told["fields"] if field["name"] == "body")
    assert (body["mayWrite"], body["mayRead"], told["mayView"]) == (may_write, may_view, may_view)
