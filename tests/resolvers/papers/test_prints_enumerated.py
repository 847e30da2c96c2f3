"""Every print: a paper of the coaching, whose every field is asked for and logged, or one of the others."""

import pytest

from resolvers.papers.links import PAPERS
from service.http.print_routes import PRINTS
from service.resources import schema_and_content_types
from workflow.language import Workflow
from workflow.vocabulary import VIEW

# Prints that are no paper of the coaching: a letter reads itself, a purge names nobody any more, the report of an
# import holds no value, and what payers are told has its way out (tests/resolvers/payers/test_ways_out.py).
OTHERS = {"request_letter", "purge", "absence_report", "billing_basis", "client_import"}
PRINTED = sorted(PAPERS)


def workflow_of(noun: str) -> Workflow:
    """Return the workflow of a content type."""
    return schema_and_content_types()[1][noun].kind.workflow


def test_every_print_is_a_paper_or_one_of_the_others() -> None:
    linked = {
        type_.noun
        for type_ in schema_and_content_types()[1].values()
        if any(
            effect.startswith(("link_print", "link_billing", "link_import"))
            for step in type_.kind.workflow.transitions.values()
            for effect in step.effects
        )
    }

    assert set(PRINTS) == set(PAPERS) | OTHERS
    assert linked == set(PRINTS)


@pytest.mark.parametrize("noun", PRINTED)
def test_who_is_offered_a_print_may_read_all_of_it_in_every_state_in_which_it_is_printed(noun: str) -> None:
    workflow, paper = workflow_of(noun), PAPERS[noun]
    offered = workflow.transitions["PRINT"]

    assert offered.source == set(paper.states)
    assert "paper_opens" in offered.guards
    for state in paper.states:
        for permission in paper.permissions:
            assert offered.who & workflow.roles(state, VIEW) <= workflow.roles(state, permission), (state, permission)


@pytest.mark.parametrize("noun", PRINTED)
def test_the_log_names_what_a_paper_reads(noun: str) -> None:
    type_ = schema_and_content_types()[1][noun]
    read = [name.removeprefix(f"{type_.name}.") for name in PAPERS[noun].fields]

    assert set(read) <= set(type_.keys)
    for key in read:
        assert type_.keys[key].read in {VIEW, *PAPERS[noun].permissions}, key
