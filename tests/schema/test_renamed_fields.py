"""A renamed field keeps its former name for a release, @deprecated, wherever the API names it."""

from dataclasses import replace
from typing import Any

import pytest

from resolvers.declaration import ContentType, ContentTypes
from schema.engine.language import DeclarationError, protected
from schema.engine.values import Line
from schema.execution.answering import Answering
from schema.execution.declared_commands import declared_commands
from schema.execution.runtime import Runtime
from schema.root import build_schema, declared_types
from tests.support.mistaken_workshop import TITLES, built
from tests.support.organisation import SampleOrganisation
from workflow.vocabulary import MODIFY


def renamed(type_: ContentType, **former: str) -> ContentType:
    """Return a type of which these fields had other names: name of today → former name."""
    fields = {
        name: replace(field, formerly=former[name], has_twin=True) if name in former else field
        for name, field in type_.fields.items()
    }
    return replace(type_, fields=fields)


@pytest.fixture
def organisation(organisation: SampleOrganisation) -> SampleOrganisation:
    """Return the organisation, served by a schema in which clients had a `surname` and a `mail` before."""
    types = dict(declared_types())
    types["client"] = renamed(types["client"], last_name="surname", email="mail")
    relationship = types["relationship"]
    coach = replace(relationship.relations["responsible_coach"], twin_key="ownCoach")
    relations = {**relationship.relations, "responsible_coach": coach}
    types["relationship"] = replace(renamed(relationship, responsible_coach_id="own_coach_id"), relations=relations)
    schema, content_types = build_schema(ContentTypes(types))
    runtime, commands = organisation.answering.runtime, organisation.answering.commands
    compiler = replace(runtime.compiler, schema=schema._schema, content_types=content_types)
    served = replace(commands, schema=compiler.schema, content_types=content_types)
    served = replace(served, commands=declared_commands(content_types))
    organisation.answering = Answering(Runtime(compiler, runtime.pool, runtime.cursor_keys), served)
    return organisation


def test_the_schema_has_the_former_name_and_says_which_one_to_use(organisation: SampleOrganisation) -> None:
    schema: Any = organisation.answering.schema

    object_, relationship = schema.get_type("Client").fields, schema.get_type("Relationship").fields
    places = [object_["surname"], object_["mail"], relationship["ownCoach"]]
    places += [schema.get_type("ClientFilter").fields["surname"], schema.get_type("UpdateClientInput").fields["mail"]]
    places += [schema.get_type("CreateClientInput").fields["surname"]]
    places += [schema.get_type("UpdateRelationshipInput").fields["ownCoachId"]]
    places += [schema.get_type("ClientOrder").values[name] for name in ("SURNAME", "SURNAME_DESC")]

    assert {place.deprecation_reason.split(".")[0] for place in places} == {
        "Renamed: lastName",
        "Renamed: email",
        "Renamed: responsibleCoach",
        "Renamed: responsibleCoachId",
        "Renamed: LAST_NAME",
    }
    assert object_["surname"].type == object_["lastName"].type
    assert object_["lastName"].deprecation_reason is None


async def test_a_query_by_the_former_name_is_answered_and_logged_by_the_one_of_today(
    organisation: SampleOrganisation,
) -> None:
    query = """{ clients(filter: {surname: {eq: "Äijälä"}}, orderBy: SURNAME_DESC) {
      nodes { surname lastName mail relationships { nodes { ownCoach { lastName } } } } } }"""

    found = (await organisation.data("coach_a", query))["clients"]["nodes"]

    assert [(c["surname"], c["lastName"], c["mail"]) for c in found] == [("Äijälä", "Äijälä", "aino@example.org")]
    assert found[0]["relationships"]["nodes"] == [{"ownCoach": {"lastName": "Coach_A"}}]
    asked = await organisation.pool.fetchval("SELECT fields FROM disclosure_log ORDER BY id DESC LIMIT 1")
    assert {"Client.lastName", "Client.lastName:filter", "Client.lastName:order", "Client.email"} <= set(asked)
    assert not {name for name in asked if "surname" in name or "mail" in name.split(".")[1].removeprefix("email")}


async def test_the_former_name_hides_what_the_one_of_today_hides(organisation: SampleOrganisation) -> None:
    hidden = await organisation.raw("colleague_a", "{ clients { nodes { mail } } }")
    filtered = await organisation.ask("manager", '{ clients(filter: {surname: {eq: "Äijälä"}}) { totalCount } }')

    assert b"example.org" not in hidden
    assert filtered["errors"]


UPDATE = """mutation U($i: UpdateClientInput!) { updateClient(input: $i) {
  client { mail email } errors { code path } } }"""
CREATE = (
    """mutation C($i: CreateClientInput!) { createClient(input: $i) { client { lastName } errors { code path } } }"""
)


async def test_a_command_by_the_former_name_writes_the_field(organisation: SampleOrganisation) -> None:
    given = {"id": organisation.ids["aino"], "revision": 1}

    done = await organisation.data("coach_a", UPDATE, i=given | {"mail": "uusi@example.org"})
    refused = await organisation.data("colleague_a", UPDATE, i=given | {"revision": 2, "mail": "x@example.org"})

    assert done["updateClient"]["client"] == {"mail": "uusi@example.org", "email": "uusi@example.org"}
    assert refused["updateClient"]["errors"] == [{"code": "FORBIDDEN_FIELD", "path": ["email"]}]
    assert await organisation.count("history", "changes ? 'email' AND NOT changes ? 'mail'") == 1


async def test_a_required_field_is_given_once_by_either_name(organisation: SampleOrganisation) -> None:
    given = {"firstNames": "Sanni", "unitId": organisation.ids["unit_a"], "safetyRestriction": False}

    by_former = await organisation.data("coach_a", CREATE, i=given | {"surname": "Uusi"})
    by_both = await organisation.ask("coach_a", CREATE, i=given | {"surname": "Uusi", "lastName": "Toinen"})
    by_none = await organisation.ask("coach_a", CREATE, i=given)

    assert by_former["createClient"]["client"] == {"lastName": "Uusi"}
    assert [e["extensions"]["code"] for a in (by_both, by_none) for e in a["errors"]] == ["BAD_ARGUMENT"] * 2
    assert await organisation.count("client", "first_names = 'Sanni'") == 1


def test_one_word_of_the_declaration_makes_the_twin() -> None:
    topic = protected(TITLES, "What it is about.", write=MODIFY, renamed_from="subject")
    type_ = built({"topic": (Line, topic)})

    field = type_.fields["topic"]
    assert (field.formerly, field.twin_key, type_.key_today("subject")) == ("subject", "subject", "topic")


def test_a_former_name_that_is_in_use_does_not_build() -> None:
    with pytest.raises(DeclarationError, match="say renamed_from once, with a name that is free"):
        built({"topic": (Line, protected(TITLES, "What it is about.", renamed_from="state"))})
