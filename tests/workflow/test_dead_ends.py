"""No record is caught in a state: somebody can take it on, unless its state is where it is meant to stay."""

from collections.abc import Mapping

import pytest

from schema.engine.workflow_checks import reaches
from schema.root import declared_types
from workflow.roles import ROLES, Holding, Role
from workflow.vocabulary import VIEW

# Where a record is meant to stay: nothing more is to be done with it.
FINAL: Mapping[str, str] = {
    "absence_report": "ACKNOWLEDGED CORRECTED",
    "account": "",
    "agency_client": "REVOKED",
    "agreement_text": "SUPERSEDED",
    "announcement": "WITHDRAWN",
    "attendance": "LOCKED",
    "benefit_payer": "CANCELLED",
    "billing_basis": "ADJUSTED",
    "billing_row": "BILLED",
    "bin_item": "RESTORED",
    "breach_letter": "TOLD NOT_TOLD ERASED",
    "client": "ERASED",
    "client_import": "DONE DISCARDED",
    "client_invitation": "WITHDRAWN",
    "client_merge": "UNDONE WITHDRAWN",
    "coaching_group": "ENDED",
    "coaching_note": "AMENDED",
    "consent": "DECLINED WITHDRAWN EXPIRED SUPERSEDED",
    "contract": "SUPERSEDED ENDED TERMINATED WITHDRAWN",
    "data_request": "WITHDRAWN CLOSED",
    "delivery": "SENT",
    "disclosure_notice": "ACKNOWLEDGED",
    "emergency_access": "REVIEWED",
    "form_answer": "LOCKED REFERRAL_CLOSED",
    "form_template": "SUPERSEDED",
    "front_end_client": "REVOKED",
    "group_member": "ENDED",
    "guardian_invitation": "ACCEPTED WITHDRAWN",
    "identity_match": "DISTINCT CORRECTED",
    "import_refusal": "REPORTED",
    "invitation": "ACCEPTED WITHDRAWN",
    "invoice_row": "KEPT",
    "legal_hold": "RELEASED",
    "log_checkpoint": "SIGNED",
    "log_removal": "REMOVED",
    "login_event": "RECORDED",
    "monthly_figure": "FROZEN",
    "notice_acceptance": "ACCEPTED",
    "notice_telling": "TOLD NOT_REACHED DOUBLED",
    "notification": "READ",
    "paper_original": "RETURNED DESTROYED",
    "privacy_notice": "SUPERSEDED",
    "programme": "COMPLETED INTERRUPTED TRANSFERRED CANCELLED",
    "proposal": "ACCEPTED REJECTED WITHDRAWN",
    "purge": "DONE CANCELLED",
    "purge_item": "ERASED KEPT",
    "rectification": "APPLIED COMPLETED REFUSED WITHDRAWN",
    "referral": "REJECTED EXPIRED NO_SHOW WITHDRAWN CLOSED",
    "register_export": "DONE CANCELLED",
    "register_law": "SUPERSEDED",
    "relationship": "RETAINED",
    "report": "DELIVERED",
    "reported_absence": "LISTED",
    "representation": "ENDED",
    "request_letter": "TOLD ERASED",
    "role_grant": "ENDED DECLINED",
    "saved_view": "RETIRED",
    "service_type": "SUPERSEDED",
    "setting": "IN_FORCE",
    "substitution": "ENDED",
    "support_access": "REVIEWED",
    "telling_refusal": "WITHDRAWN",
    "term": "SUPERSEDED",
}
# What the service itself takes on: an invitation that is accepted, a mail that is sent, a purge that runs, a published
# version that is superseded, an answer that follows its referral, a merge of clients that is undone.
LEFT_BY_SERVICE: Mapping[str, str] = {
    "account": "INVITED",
    "agreement_text": "PUBLISHED",
    "client": "MERGED",
    "delivery": "WAITING",
    "form_answer": "REFERRAL_SENT REFERRAL_ASKED",
    "purge": "RUNNING",
    "purge_item": "PLANNED HELD",
    "register_law": "PUBLISHED",
}
TYPES = declared_types()
EVERYBODY = frozenset(role for role, declared in ROLES.items() if declared.holding is Holding.EVERYBODY)


def leaving_roles(noun: str, state: str) -> set[Role]:
    """Return the roles that see an object in a state and may take it to another one, or discard it."""
    workflow = TYPES[noun].kind.workflow
    seers = workflow.roles(state, VIEW)
    leaving = {
        role
        for step in workflow.transitions.values()
        if state in step.source and step.target_from(state) != state
        for role in step.who
    } | workflow.disposable.get(state, frozenset())
    return {role for role in leaving if (role in seers or seers & EVERYBODY) and reaches(TYPES[noun], role)}


@pytest.mark.parametrize("noun", list(TYPES))
def test_some_role_takes_a_record_on_from_every_state_that_is_not_its_last(noun: str) -> None:
    meant = {*FINAL.get(noun, "").split(), *LEFT_BY_SERVICE.get(noun, "").split()}

    caught = [
        state for state in TYPES[noun].kind.workflow.states if state not in meant and not leaving_roles(noun, state)
    ]

    assert caught == [], "give some role that sees it a transition that leaves the state, or name the state in FINAL"


@pytest.mark.parametrize("noun", list(TYPES))
def test_what_is_said_to_stay_or_to_be_left_by_the_service_is_left_by_no_role(noun: str) -> None:
    meant = [*FINAL.get(noun, "").split(), *LEFT_BY_SERVICE.get(noun, "").split()]

    assert [state for state in meant if leaving_roles(noun, state)] == []


@pytest.mark.parametrize("noun", list(TYPES))
def test_nothing_new_refers_to_what_has_come_to_its_end(noun: str) -> None:
    targets = {f.target for t in TYPES.values() for f in t.fields.values() if f.target and f.write.name != "never"}
    ends = set(FINAL.get(noun, "").split()) if noun in targets - {"attendance"} else set()  # a locked day is corrected

    assert ends <= set(TYPES[noun].kind.workflow.closed_to_new), "name the state in `closed_to_new` of the workflow"
