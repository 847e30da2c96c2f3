"""The constraints of consent and exceptional access, the index behind "who looked", and the consents of what has begun."""

from tortoise import migrations
from tortoise.migrations import operations as ops

FORWARD = """
ALTER TABLE consent ADD CONSTRAINT consent_channel CHECK (channel IN ('SERVICE', 'PAPER', 'AUTHORITY'));
ALTER TABLE consent ADD CONSTRAINT consent_period CHECK (valid_until >= given_on);
ALTER TABLE consent ADD CONSTRAINT consent_given CHECK (state <> 'GIVEN' OR given_on IS NOT NULL);
ALTER TABLE consent ADD CONSTRAINT consent_withdrawn CHECK ((state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL));
ALTER TABLE consent ADD CONSTRAINT consent_categories CHECK (categories <@ ARRAY['ATTENDANCE', 'PROGRAMME']::text[]);
ALTER TABLE emergency_access ADD CONSTRAINT emergency_access_minutes CHECK (minutes BETWEEN 1 AND 60);
ALTER TABLE emergency_access ADD CONSTRAINT emergency_access_end CHECK (ends_at <= created_at + interval '60 minutes');
ALTER TABLE emergency_access ADD CONSTRAINT emergency_access_reason CHECK (char_length(reason) >= 20);
ALTER TABLE support_access ADD CONSTRAINT support_access_period CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '8 hours');
ALTER TABLE support_access ADD CONSTRAINT support_access_target CHECK (num_nonnulls(client_id, whole_unit_id) = 1);
ALTER TABLE support_access ADD CONSTRAINT support_access_reason CHECK (char_length(reason) >= 20);
CREATE UNIQUE INDEX emergency_access_once ON emergency_access (account_id, client_id) WHERE state = 'OPEN';
CREATE INDEX disclosure_log_subjects ON disclosure_log USING gin (subjects);
INSERT INTO consent (id, state, revision, provenance, created_at, created_by, modified_at, modified_by, client_id, unit_id,
    agency_id, referral_id, purpose, categories, text_version, given_on, valid_until, withdrawn_at, channel)
  SELECT uuidv7(), CASE WHEN consent_withdrawn_on IS NULL THEN 'GIVEN' ELSE 'WITHDRAWN' END, 1, 'AUTHORITY', modified_at,
    modified_by, modified_at, modified_by, client_id, unit_id, agency_id, id, 'REFERRAL_FOLLOW_UP',
    ARRAY['ATTENDANCE', 'PROGRAMME'], 'lähete', consent_given_on, consent_valid_until,
    consent_withdrawn_on::timestamptz, 'AUTHORITY'
  FROM referral WHERE basis = 'CONSENT' AND state IN ('STARTED', 'CLOSED') AND client_id IS NOT NULL
    AND consent_given_on IS NOT NULL;
"""
BACKWARD = """
DELETE FROM consent;
DROP INDEX disclosure_log_subjects;
DROP INDEX emergency_access_once;
"""


class Migration(migrations.Migration):
    """Runs after the tables exist."""

    dependencies = [("models", "0005_consent_and_exceptional_access")]
    operations = [ops.RunSQL(FORWARD, reverse_sql=BACKWARD)]
