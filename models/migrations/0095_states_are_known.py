"""
Each state column has a CHECK: the states of its workflow, and no others.

A row in another state is nobody's, and nothing in the service shows it. The CHECKs are added only when there is none; the
refusal names table, number and states, and says how to mend them. Decision 0095.
"""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.migrations.constraints import CheckConstraint

# Model, table, and the states of its workflow in their order.
_STATES = (
    ("Account", "account", "INVITED ACTIVE DISABLED"),
    ("Agency", "agency", "ACTIVE RETIRED"),
    ("AgreementText", "agreement_text", "DRAFT IN_REVIEW PUBLISHED SUPERSEDED"),
    ("Announcement", "announcement", "ANNOUNCED WITHDRAWN"),
    ("Anomaly", "anomaly", "OPEN EXPLAINED CONFIRMED"),
    ("Attendance", "attendance", "PLANNED RECORDED CONFIRMED LOCKED"),
    ("BinItem", "bin_item", "TEAM AGENCY OFFICE OWN RESTORED"),
    ("Client", "client", "PROSPECT ACTIVE ENDED ERASED"),
    ("ClientInvitation", "client_invitation", "OPEN ACCEPTED WITHDRAWN EXPIRED CLOSED"),
    ("CoachingNote", "coaching_note", "DRAFT SIGNED AMENDED"),
    ("Consent", "consent", "REQUESTED GIVEN DECLINED WITHDRAWN EXPIRED SUPERSEDED"),
    ("Contract", "contract", "DRAFT AWAITING_SIGNATURES ACTIVE SUSPENDED SUPERSEDED ENDED TERMINATED"),
    ("DataRequest", "data_request", "RECEIVED IDENTITY_CHECK IN_PROGRESS EXTENDED FULFILLED PARTLY REFUSED WITHDRAWN CLOSED"),
    ("Delivery", "delivery", "WAITING SENT FAILED"),
    ("Destination", "destination", "ACTIVE RETIRED"),
    ("DisclosureNotice", "disclosure_notice", "SENT ACKNOWLEDGED"),
    ("EmergencyAccess", "emergency_access", "OPEN ENDED REVIEWED"),
    ("EventRule", "event_rule", "ACTIVE RETIRED"),
    ("FormAnswer", "form_answer", "DRAFT SUBMITTED LOCKED REFERRAL_DRAFT REFERRAL_SENT REFERRAL_ASKED REFERRAL_CLOSED"),
    ("FormTemplate", "form_template", "DRAFT IN_REVIEW PUBLISHED SUPERSEDED RETIRED"),
    ("Goal", "goal", "OPEN ACHIEVED PARTLY DROPPED"),
    ("Invitation", "invitation", "OPEN ACCEPTED WITHDRAWN EXPIRED"),
    ("InvoiceRow", "invoice_row", "KEPT"),
    ("LegalHold", "legal_hold", "IN_FORCE RELEASED"),
    ("LogCheckpoint", "log_checkpoint", "SIGNED"),
    ("LoginEvent", "login_event", "RECORDED"),
    ("Measure", "measure", "OPEN DONE DROPPED"),
    ("NoticeAcceptance", "notice_acceptance", "ACCEPTED"),
    ("Notification", "notification", "UNREAD READ"),
    ("Official", "official", "ACTIVE RETIRED"),
    ("Organisation", "organisation", "ACTIVE RETIRED"),
    ("PrivacyNotice", "privacy_notice", "DRAFT IN_REVIEW PUBLISHED SUPERSEDED RETIRED"),
    ("Programme", "programme", "PLANNED ACTIVE PAUSED COMPLETED INTERRUPTED TRANSFERRED CANCELLED"),
    ("Purge", "purge", "PROPOSED APPROVED CONFIRMED RUNNING DONE CANCELLED"),
    ("PurgeItem", "purge_item", "PLANNED HELD ERASED KEPT"),
    ("Rectification", "rectification", "PROPOSED APPLIED COMPLETED REFUSED WITHDRAWN"),
    ("Referral", "referral", "DRAFT SUBMITTED RECEIVED IN_REVIEW INFO_REQUESTED INTERVIEW WAITLISTED ACCEPTED STARTED REJECTED EXPIRED NO_SHOW WITHDRAWN CLOSED"),
    ("Register", "register", "ACTIVE RETIRED"),
    ("RegisterLaw", "register_law", "DRAFT IN_REVIEW PUBLISHED SUPERSEDED"),
    ("Relationship", "relationship", "ACTIVE ENDED RETAINED"),
    ("RoleGrant", "role_grant", "PROPOSED IN_FORCE ENDED DECLINED"),
    ("ServiceType", "service_type", "DRAFT IN_REVIEW ACTIVE SUPERSEDED RETIRED"),
    ("Setting", "setting", "IN_FORCE"),
    ("StaffMember", "staff_member", "ACTIVE LEFT"),
    ("Substitution", "substitution", "VALID ENDED"),
    ("SupportAccess", "support_access", "OPEN ENDED REVIEWED"),
    ("Term", "term", "DRAFT IN_REVIEW ACTIVE SUPERSEDED RETIRED"),
    ("Unit", "unit", "ACTIVE RETIRED"),
    ("Withholding", "withholding", "WITHHELD RELEASED"),
    ("Workplace", "workplace", "ACTIVE RETIRED"),
)
_KNOWN = ", ".join(f"('{table}', string_to_array('{states}', ' '))" for _, table, states in _STATES)
LOOK = f"""
DO $$
DECLARE
  one record;
  line text;
  found text := '';
BEGIN
  FOR one IN SELECT * FROM (VALUES {_KNOWN}) AS known (place, states) LOOP
    EXECUTE format('SELECT string_agg(n || '' in the state '' || state, '', '' ORDER BY state) FROM (SELECT state,'
      || ' count(*) AS n FROM %I WHERE state <> ALL ($1) GROUP BY state) s', one.place) INTO line USING one.states;
    IF line IS NOT NULL THEN
      found := found || E'\\n' || one.place || ': ' || line || '; known are ' || array_to_string(one.states, ', ');
    END IF;
  END LOOP;
  IF found <> '' THEN
    RAISE EXCEPTION 'There are rows in states that this version does not know, which nobody may see:%',
      found || E'\\nGive each a state that is known, as UPDATE <table> SET state = ''<known>'' WHERE state = ''<unknown>'','
      || ' and run this again; or go on with the version that wrote them.';
  END IF;
END $$;
"""


def _check(states: str) -> str:
    literals = ", ".join(f"'{state}'" for state in states.split())
    return f"state = {literals}" if " " not in states else f"state IN ({literals})"


class Migration(migrations.Migration):
    """Runs after all tables exist."""

    dependencies = [("models", "0094_copies_follow")]
    operations = [
        ops.RunSQL(LOOK, reverse_sql="SELECT 1"),
        *(
            ops.AddConstraint(model, CheckConstraint(check=_check(states), name=f"{table}_state"))
            for model, table, states in _STATES
        ),
    ]
