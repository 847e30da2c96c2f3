"""
The rulebook: every guard, effect and rule, by the name that workflows and declarations use.

It is the top of `resolvers`: no module there imports it, and commands receive it in their context. A declared name
without a function stops the build of the schema.
"""

from resolvers.accounts.accounts import ACCOUNT_RULES
from resolvers.accounts.agency_clients import AGENCY_CLIENT_RULES
from resolvers.accounts.client_access import CLIENT_ACCESS_RULES
from resolvers.accounts.front_end_clients import FRONT_END_CLIENT_RULES
from resolvers.accounts.identity_proofs import IDENTITY_PROOF_RULES
from resolvers.accounts.invitations import INVITATION_RULES
from resolvers.accounts.recovery import RECOVERY_RULES
from resolvers.accounts.role_grants import ROLE_GRANT_RULES
from resolvers.accounts.saved_views import SAVED_VIEW_RULES
from resolvers.attendance.codes import ATTENDANCE_CODE_RULES
from resolvers.attendance.days import ATTENDANCE_RULES
from resolvers.attendance.groups import COACHING_GROUP_RULES
from resolvers.attendance.months import ATTENDANCE_MONTH_RULES
from resolvers.casework.coaching_notes import COACHING_NOTE_RULES
from resolvers.casework.consents import CONSENT_RULES
from resolvers.casework.contracts import CONTRACT_RULES
from resolvers.casework.forms import FORM_RULES
from resolvers.casework.locked_months import LOCKED_MONTH_RULES
from resolvers.casework.paper_originals import PAPER_ORIGINAL_RULES
from resolvers.casework.programmes import PROGRAMME_RULES
from resolvers.casework.proposals import PROPOSAL_RULES
from resolvers.casework.referral_answers import REFERRAL_ANSWER_RULES
from resolvers.casework.referral_clock import REFERRAL_CLOCK_RULES
from resolvers.casework.referrals import REFERRAL_RULES
from resolvers.casework.relationships import RELATIONSHIP_RULES
from resolvers.casework.reports import REPORT_RULES
from resolvers.casework.representations import REPRESENTATION_RULES
from resolvers.casework.service_versions import SERVICE_VERSION_RULES
from resolvers.context import Rulebook
from resolvers.declaration import ContentType
from resolvers.files.attachments import FILE_RULES
from resolvers.files.client_imports import CLIENT_IMPORT_RULES
from resolvers.merging.merge_undo import MERGE_UNDO_RULES
from resolvers.merging.merges import MERGE_RULES
from resolvers.notifications.destinations import DESTINATION_RULES
from resolvers.notifications.dispatching import DISPATCHING_RULES
from resolvers.notifications.mailing import MAILING_RULES
from resolvers.notifications.recipients import RECIPIENT_RULES
from resolvers.papers.links import PRINT_LINK_RULES
from resolvers.papers.participation import PARTICIPATION_RULES
from resolvers.payers.absence_reports import ABSENCE_REPORT_RULES
from resolvers.payers.benefit_payers import BENEFIT_PAYER_RULES
from resolvers.payers.billing import BILLING_RULES
from resolvers.payers.billing_files import BILLING_FILE_RULES
from resolvers.protection.anomalies import ANOMALY_RULES
from resolvers.protection.breach_letters import BREACH_LETTER_RULES
from resolvers.protection.breaches import BREACH_RULES
from resolvers.protection.exceptional_access import EXCEPTIONAL_ACCESS_RULES
from resolvers.protection.identity_matches import IDENTITY_MATCH_RULES
from resolvers.protection.possible_doubles import POSSIBLE_DOUBLE_RULES
from resolvers.protection.safety import SAFETY_RULES
from resolvers.publishing.agreement_texts import AGREEMENT_TEXT_RULES
from resolvers.publishing.notice_tellings import NOTICE_TELLING_RULES
from resolvers.publishing.privacy_notices import PRIVACY_NOTICE_RULES
from resolvers.publishing.processors import PROCESSOR_RULES
from resolvers.publishing.register_laws import REGISTER_LAW_RULES
from resolvers.publishing.review import REVIEW_RULES
from resolvers.retention.legal_holds import LEGAL_HOLD_RULES
from resolvers.retention.purges import PURGE_RULES
from resolvers.retention.recycle_bin import RECYCLE_BIN_RULES
from resolvers.rights.data_export_links import DATA_EXPORT_LINK_RULES
from resolvers.rights.data_exports import DATA_EXPORT_RULES
from resolvers.rights.data_request_answers import DATA_REQUEST_ANSWER_RULES
from resolvers.rights.data_requests import DATA_REQUEST_RULES
from resolvers.rights.guardian_requests import GUARDIAN_REQUEST_RULES
from resolvers.rights.letter_prints import LETTER_PRINT_RULES
from resolvers.rights.rectifications import RECTIFICATION_RULES
from resolvers.rights.request_letters import REQUEST_LETTER_RULES
from resolvers.rights.restrictions import RESTRICTION_RULES
from resolvers.rights.withholdings import WITHHOLDING_RULES
from resolvers.tasks.rules import AWAITED_STEPS
from resolvers.writing.code_checks import VOCABULARY_RULES
from resolvers.writing.identity_codes import IDENTITY_CODE_RULES
from resolvers.writing.rules import NAME_AND_IDENTITY_RULES

RULEBOOK = Rulebook.merged(
    DATA_REQUEST_ANSWER_RULES,
    GUARDIAN_REQUEST_RULES,
    REGISTER_LAW_RULES,
    COACHING_NOTE_RULES,
    RELATIONSHIP_RULES,
    REPRESENTATION_RULES,
    PAPER_ORIGINAL_RULES,
    NOTICE_TELLING_RULES,
    PROCESSOR_RULES,
    ACCOUNT_RULES,
    RECOVERY_RULES,
    CLIENT_ACCESS_RULES,
    ROLE_GRANT_RULES,
    IDENTITY_PROOF_RULES,
    INVITATION_RULES,
    AGENCY_CLIENT_RULES,
    ATTENDANCE_MONTH_RULES,
    COACHING_GROUP_RULES,
    SAVED_VIEW_RULES,
    ATTENDANCE_RULES,
    LOCKED_MONTH_RULES,
    ATTENDANCE_CODE_RULES,
    CONSENT_RULES,
    CONTRACT_RULES,
    FILE_RULES,
    CLIENT_IMPORT_RULES,
    FORM_RULES,
    FRONT_END_CLIENT_RULES,
    PROGRAMME_RULES,
    SERVICE_VERSION_RULES,
    PROPOSAL_RULES,
    REFERRAL_ANSWER_RULES,
    REFERRAL_CLOCK_RULES,
    REFERRAL_RULES,
    REPORT_RULES,
    BENEFIT_PAYER_RULES,
    ABSENCE_REPORT_RULES,
    BILLING_RULES,
    BILLING_FILE_RULES,
    DESTINATION_RULES,
    DISPATCHING_RULES,
    MAILING_RULES,
    RECIPIENT_RULES,
    ANOMALY_RULES,
    BREACH_LETTER_RULES,
    BREACH_RULES,
    EXCEPTIONAL_ACCESS_RULES,
    IDENTITY_MATCH_RULES,
    MERGE_RULES,
    MERGE_UNDO_RULES,
    POSSIBLE_DOUBLE_RULES,
    SAFETY_RULES,
    AGREEMENT_TEXT_RULES,
    PRIVACY_NOTICE_RULES,
    REVIEW_RULES,
    LEGAL_HOLD_RULES,
    PURGE_RULES,
    RECYCLE_BIN_RULES,
    DATA_EXPORT_LINK_RULES,
    LETTER_PRINT_RULES,
    PRINT_LINK_RULES,
    PARTICIPATION_RULES,
    REQUEST_LETTER_RULES,
    DATA_EXPORT_RULES,
    DATA_REQUEST_RULES,
    RECTIFICATION_RULES,
    RESTRICTION_RULES,
    WITHHOLDING_RULES,
    AWAITED_STEPS,
    VOCABULARY_RULES,
    IDENTITY_CODE_RULES,
    NAME_AND_IDENTITY_RULES,
)


def check_rule_names(type_: ContentType) -> None:
    """
    Check that every guard, effect and rule that a type names exists.

    :raises LookupError: with the names that do not exist
    """
    steps = type_.kind.workflow.transitions.values()
    unknown = {g for s in steps for g in s.guards} - set(RULEBOOK.guards)
    unknown |= {*type_.on_creation, *(e for s in steps for e in s.effects)} - set(RULEBOOK.effects)
    unknown |= set(type_.rules) - set(RULEBOOK.rules)
    if unknown:
        raise LookupError(f"{type_.name}: no such guard, effect or rule: {', '.join(sorted(unknown))}")
