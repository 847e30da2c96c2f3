"""What identifies a person is accepted as a variable only: the declared kind decides, and not the name of the field."""

from typing import Any

import pytest

from service.resources import schema_and_content_types
from tests.support.organisation import SampleOrganisation

KEY = "personalIdentityCode"
CODE, ASKED = "010190-900P", "{code: $c, purpose: CORRECTION}"


@pytest.mark.parametrize(
    "document",
    [
        f'{{ clients(identityCode: {{code: "{CODE}", purpose: CORRECTION}}) {{ totalCount }} }}',
        f'mutation {{ m: updateClient(input: {{id: "x", revision: 1, {KEY}: "{CODE}"}}) {{ __typename }} }}',
        f'query D($c: PersonalIdentityCode! = "{CODE}") {{ clients(identityCode: {ASKED}) {{ totalCount }} }}',
    ],
)
async def test_an_identity_code_in_the_document_is_refused_wherever_it_stands(
    organisation: SampleOrganisation, document: str
) -> None:
    answer = await organisation.ask("supervisor_a", document)

    assert {e["extensions"]["code"] for e in answer["errors"]} == {"GRAPHQL_VALIDATION_FAILED"}
    assert any("vain muuttujana" in e["message"] for e in answer["errors"])
    assert CODE not in str(answer)


@pytest.mark.parametrize(
    "document",
    [
        '{ attendance(filter: {code: {eq: "PRESENT"}}) { totalCount } }',
        'mutation { updateAttendance(input: {id: "attendance_0", revision: 1, code: "PRESENT"}) { errors { code } } }',
        'mutation { createServiceType(input: {code: "X", version: 1}) { errors { code } } }',
    ],
)
async def test_a_field_that_is_only_called_code_may_stand_in_the_document(
    organisation: SampleOrganisation, document: str
) -> None:
    answer = await organisation.ask("coach_a", document)

    assert not any("muuttujana" in e["message"] for e in answer.get("errors", ()))


def test_every_sealed_field_has_the_kind_that_is_accepted_as_a_variable_only() -> None:
    types: dict[str, Any] = dict(schema_and_content_types()[1])
    sealed = [f"{t.name}.{f.key}" for t in types.values() for f in t.fields.values() if f.sealed]
    kinds = {f.value.name for t in types.values() for f in t.fields.values() if f.sealed}

    assert kinds == {"PersonalIdentityCode"}
    assert sealed == ["Client.personalIdentityCode", "Referral.personalIdentityCode"]
