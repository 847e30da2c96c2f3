"""Every way by which data of a person leaves the register, and what opens it (rule R37)."""

from auth.policy import access_rule, predicate_sql
from resolvers.casework.ways_out import WAYS_OUT
from resolvers.papers.links import PAPERS
from resolvers.reading.parameters import StatementParameters
from resolvers.rulebook import RULEBOOK
from schema.root import declared_types
from service.http.print_routes import PRINTS
from tests.support.organisation import SampleOrganisation
from workflow.roles import Role
from workflow.vocabulary import VIEW

AUTHORITIES = frozenset({Role.OFFICIAL, Role.AGENCY})
# What an authority reads without a consent, and why that tells it nothing that it did not say or hold itself.
OF_ITS_OWN = {
    "bin_item": "what it deleted itself",
    "consent": "the consents that name it",
    "disclosure_notice": "that something it was shown has changed, without a value",
    "form_answer": "what it answered itself",
    "proposal": "what is put to it for its decision, through the way out of its transition SEND",
    "referral": "what it sent itself",
}
# What a workplace reads: the days and the contract to which it is a party, and which the person has signed.
OF_WORKPLACES = {"attendance", "contract"}
# What is sent or printed for the person alone, or for nobody outside.
TO_THE_PERSON = {
    ("request_letter", "PRINT"),
    ("request_letter", "SEND"),
    ("request_letter", "NOT_SEND"),
    ("client_invitation", "MAIL_PASSWORD_LINK"),
}
# Whoever may read an object prints what it says to that reader, and that is a look (tests/resolvers/papers).
AS_READ = {(noun, "PRINT") for noun in PAPERS}
PRINTED_FOR = {
    "request_letter": "the person",
    "purge": "the file, without a name",
    "absence_report": "the payer",
    "billing_basis": "the books of the controller, without a name",
    "client_import": "whoever imports, without a value of the file",
    **dict.fromkeys(PAPERS, "whoever reads it"),
}


def readable_by(roles: frozenset[Role]) -> dict[str, str | None]:
    """Return the types about people that one of the roles reads in some state, with the column of their consent."""
    return {
        type_.noun: type_.kind.reach.consent
        for type_ in declared_types().values()
        if type_.subject is not None
        and any(roles & type_.kind.workflow.roles(state, VIEW) for state in type_.kind.workflow.states)
    }


async def test_an_authority_reads_by_consent_or_statute_what_is_not_its_own(organisation: SampleOrganisation) -> None:
    by_consent = {noun for noun, column in readable_by(AUTHORITIES).items() if column}
    types = declared_types()
    for who in ("official_x", "official_y"):
        viewer = await organisation.viewer(who)
        for noun in by_consent:
            kind, bind = types[noun].kind, StatementParameters()
            assert "FROM consent k" in predicate_sql(kind, access_rule(viewer, kind, VIEW), "t", bind.viewer), noun

    assert by_consent == {"attendance", "programme", "report"}
    assert {noun for noun, column in readable_by(AUTHORITIES).items() if not column} == set(OF_ITS_OWN)


def test_a_workplace_reads_what_it_is_a_party_to() -> None:
    assert set(readable_by(frozenset({Role.WORKPLACE}))) == OF_WORKPLACES


def test_what_is_sent_delivered_or_printed_passes_a_guard() -> None:
    types = declared_types()
    telling = {
        (type_.noun, name)
        for type_ in types.values()
        if type_.subject is not None
        for name in type_.kind.workflow.transitions
        if any(word in name for word in ("SEND", "DELIVER", "PRINT", "MAIL"))
    }

    assert telling - TO_THE_PERSON - AS_READ == set(WAYS_OUT)
    for (noun, name), guard in WAYS_OUT.items():
        assert guard in types[noun].kind.workflow.transitions[name].guards, (noun, name)
        assert guard in RULEBOOK.guards


def test_every_print_says_for_whom_it_is() -> None:
    assert set(PRINTS) == set(PRINTED_FOR)
    outside = {noun for noun, reader in PRINTED_FOR.items() if reader == "the payer"}
    assert outside == {noun for noun, name in WAYS_OUT if name == "PRINT"}
