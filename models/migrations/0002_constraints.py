"""The declared constraints, by name: Tortoise's CreateModel keeps them in its state and never issues them."""

from tortoise import migrations
from tortoise.migrations import operations as ops

FORWARD = """
ALTER TABLE account ADD CONSTRAINT account_identity UNIQUE (issuer, subject);
ALTER TABLE account ADD CONSTRAINT account_kind CHECK (kind IN ('STAFF', 'TRAINEE', 'OFFICIAL', 'WORKPLACE'));
ALTER TABLE account ADD CONSTRAINT account_language CHECK (language IN ('fi', 'sv', 'en'));
ALTER TABLE account ADD CONSTRAINT account_person CHECK ((kind = 'STAFF' OR staff_id IS NULL) AND (kind = 'TRAINEE') = (client_id IS NOT NULL) AND (kind = 'OFFICIAL') = (agency_id IS NOT NULL) AND (kind = 'WORKPLACE') = (workplace_id IS NOT NULL));
ALTER TABLE account ADD CONSTRAINT account_undertaking CHECK ((undertaking_version IS NULL) = (undertaking_accepted_at IS NULL));
ALTER TABLE agency ADD CONSTRAINT agency_name UNIQUE (name);
ALTER TABLE agency_client ADD CONSTRAINT agency_client_identity UNIQUE (issuer, subject);
ALTER TABLE agency_client ADD CONSTRAINT agency_client_public_id UNIQUE (issuer, public_id);
ALTER TABLE agency_client ADD CONSTRAINT agency_client_state CHECK (state IN ('ACTIVE', 'REVOKED'));
ALTER TABLE agency_client ADD CONSTRAINT agency_client_revoked CHECK ((state = 'REVOKED') = (revoked_at IS NOT NULL));
ALTER TABLE agency_client ADD CONSTRAINT agency_client_one_proof CHECK (secret_hash IS NULL OR jwks IS NULL);
ALTER TABLE agency_client ADD CONSTRAINT agency_client_scopes CHECK (cardinality(scopes) > 0);
CREATE UNIQUE INDEX attendance_day ON attendance (contract_id, day) WHERE replaces_id IS NULL;
ALTER TABLE attendance ADD CONSTRAINT attendance_replaced_once UNIQUE (replaces_id);
ALTER TABLE attendance ADD CONSTRAINT attendance_source CHECK (source IN ('COACH', 'TRAINEE', 'KIOSK', 'WORKPLACE'));
ALTER TABLE attendance ADD CONSTRAINT attendance_minutes CHECK (minutes BETWEEN 0 AND 1440);
ALTER TABLE attendance ADD CONSTRAINT attendance_planned_minutes CHECK (planned_minutes BETWEEN 0 AND 1440);
ALTER TABLE attendance ADD CONSTRAINT attendance_hours CHECK (left_at >= arrived_at);
ALTER TABLE attendance ADD CONSTRAINT attendance_code CHECK (state = 'PLANNED' OR code IS NOT NULL);
ALTER TABLE provider_code ADD CONSTRAINT provider_code_digest UNIQUE (digest);
ALTER TABLE client ADD CONSTRAINT client_personal_identity_code UNIQUE (identity_index);
ALTER TABLE coaching_note ADD CONSTRAINT coaching_note_kind CHECK (kind IN ('MEETING', 'CALL', 'OBSERVATION', 'NETWORK', 'INCIDENT'));
ALTER TABLE coaching_note ADD CONSTRAINT coaching_note_visibility CHECK (visibility IN ('TEAM', 'SHARED_WITH_TRAINEE', 'IN_REPORT'));
ALTER TABLE coaching_note ADD CONSTRAINT coaching_note_sharing CHECK ((visibility = 'SHARED_WITH_TRAINEE') = (shared_with_id IS NOT NULL) AND (shared_with_id IS NULL OR shared_with_id = client_id));
ALTER TABLE coaching_note ADD CONSTRAINT coaching_note_body CHECK (char_length(body) <= 10000);
ALTER TABLE contract ADD CONSTRAINT contract_version UNIQUE (supersedes_id, version);
ALTER TABLE contract ADD CONSTRAINT contract_period CHECK (ends_on >= starts_on);
ALTER TABLE contract ADD CONSTRAINT contract_price CHECK (price_cents >= 0);
ALTER TABLE idempotency_key ADD CONSTRAINT idempotency_key_once UNIQUE (account, key);
ALTER TABLE import_batch ADD CONSTRAINT import_batch_first_line UNIQUE (job_id, first_line);
ALTER TABLE import_job ADD CONSTRAINT import_job_file UNIQUE (kind, unit_id, file_digest);
ALTER TABLE import_row ADD CONSTRAINT import_row_digest UNIQUE (row_digest);
ALTER TABLE provider_throttle ADD CONSTRAINT provider_throttle_digest UNIQUE (digest);
ALTER TABLE login_event ADD CONSTRAINT login_event_outcome CHECK (outcome IN ('LOGGED_IN', 'LOGGED_OUT', 'LOGGED_OUT_BY_PROVIDER', 'REFUSED', 'NO_ACCOUNT', 'DISABLED', 'UNDERTAKING_ACCEPTED', 'PASSWORD_REFUSED', 'THROTTLED'));
ALTER TABLE organisation ADD CONSTRAINT organisation_business_id UNIQUE (business_id);
ALTER TABLE programme ADD CONSTRAINT programme_period CHECK (ends_on >= starts_on);
ALTER TABLE provider_client ADD CONSTRAINT provider_client_public_id UNIQUE (public_id);
ALTER TABLE provider_client ADD CONSTRAINT provider_client_redirect CHECK (cardinality(redirect_uris) > 0);
ALTER TABLE provider_user ADD CONSTRAINT provider_user_username UNIQUE (username);
ALTER TABLE referral ADD CONSTRAINT referral_basis CHECK (basis IN ('CONSENT', 'STATUTORY'));
ALTER TABLE referral ADD CONSTRAINT referral_consent_period CHECK (consent_valid_until >= consent_given_on);
ALTER TABLE referral ADD CONSTRAINT referral_days CHECK (days_per_week BETWEEN 1 AND 7);
ALTER TABLE provider_refresh_token ADD CONSTRAINT provider_refresh_token_digest UNIQUE (digest);
ALTER TABLE register ADD CONSTRAINT register_name UNIQUE (organisation_id, name);
ALTER TABLE role_grant ADD CONSTRAINT role_grant_role CHECK (role IN ('coach', 'colleague', 'supervisor', 'manager', 'finance', 'privacy_officer', 'administrator', 'support', 'cleared'));
ALTER TABLE role_grant ADD CONSTRAINT role_grant_period CHECK (ends_before IS NULL OR ends_before > starts_on);
ALTER TABLE search_entry ADD CONSTRAINT search_entry_object UNIQUE (object_id, permission);
ALTER TABLE service_type ADD CONSTRAINT service_type_version UNIQUE (code, version);
ALTER TABLE service_type ADD CONSTRAINT service_type_start UNIQUE (code, starts_on);
ALTER TABLE service_type ADD CONSTRAINT service_type_period CHECK (ends_before > starts_on);
ALTER TABLE service_type ADD CONSTRAINT service_type_days CHECK (days_per_week_least <= days_per_week_most);
ALTER TABLE service_type ADD CONSTRAINT service_type_minutes CHECK (minutes_per_day_least <= minutes_per_day_most);
ALTER TABLE service_type ADD CONSTRAINT service_type_months CHECK (months_least <= months_most);
ALTER TABLE session ADD CONSTRAINT session_id_hash UNIQUE (id_hash);
ALTER TABLE session ADD CONSTRAINT session_end CHECK (expires_at <= ends_at);
ALTER TABLE spent_nonce ADD CONSTRAINT spent_nonce_once UNIQUE (purpose, digest);
ALTER TABLE spent_nonce ADD CONSTRAINT spent_nonce_purpose CHECK (purpose IN ('LOGIN_STATE', 'LOGOUT_TOKEN', 'CLIENT_ASSERTION'));
ALTER TABLE term ADD CONSTRAINT term_token UNIQUE (vocabulary, token);
ALTER TABLE term ADD CONSTRAINT term_period CHECK (ends_before > starts_on);
ALTER TABLE unit ADD CONSTRAINT unit_name UNIQUE (organisation_id, name);
ALTER TABLE workplace ADD CONSTRAINT workplace_name UNIQUE (contact_unit_id, name);
"""
BACKWARD = """
ALTER TABLE workplace DROP CONSTRAINT workplace_name;
ALTER TABLE unit DROP CONSTRAINT unit_name;
ALTER TABLE term DROP CONSTRAINT term_period;
ALTER TABLE term DROP CONSTRAINT term_token;
ALTER TABLE spent_nonce DROP CONSTRAINT spent_nonce_purpose;
ALTER TABLE spent_nonce DROP CONSTRAINT spent_nonce_once;
ALTER TABLE session DROP CONSTRAINT session_end;
ALTER TABLE session DROP CONSTRAINT session_id_hash;
ALTER TABLE service_type DROP CONSTRAINT service_type_months;
ALTER TABLE service_type DROP CONSTRAINT service_type_minutes;
ALTER TABLE service_type DROP CONSTRAINT service_type_days;
ALTER TABLE service_type DROP CONSTRAINT service_type_period;
ALTER TABLE service_type DROP CONSTRAINT service_type_start;
ALTER TABLE service_type DROP CONSTRAINT service_type_version;
ALTER TABLE search_entry DROP CONSTRAINT search_entry_object;
ALTER TABLE role_grant DROP CONSTRAINT role_grant_period;
ALTER TABLE role_grant DROP CONSTRAINT role_grant_role;
ALTER TABLE register DROP CONSTRAINT register_name;
ALTER TABLE provider_refresh_token DROP CONSTRAINT provider_refresh_token_digest;
ALTER TABLE referral DROP CONSTRAINT referral_days;
ALTER TABLE referral DROP CONSTRAINT referral_consent_period;
ALTER TABLE referral DROP CONSTRAINT referral_basis;
ALTER TABLE provider_user DROP CONSTRAINT provider_user_username;
ALTER TABLE provider_client DROP CONSTRAINT provider_client_redirect;
ALTER TABLE provider_client DROP CONSTRAINT provider_client_public_id;
ALTER TABLE programme DROP CONSTRAINT programme_period;
ALTER TABLE organisation DROP CONSTRAINT organisation_business_id;
ALTER TABLE login_event DROP CONSTRAINT login_event_outcome;
ALTER TABLE provider_throttle DROP CONSTRAINT provider_throttle_digest;
ALTER TABLE import_row DROP CONSTRAINT import_row_digest;
ALTER TABLE import_job DROP CONSTRAINT import_job_file;
ALTER TABLE import_batch DROP CONSTRAINT import_batch_first_line;
ALTER TABLE idempotency_key DROP CONSTRAINT idempotency_key_once;
ALTER TABLE contract DROP CONSTRAINT contract_price;
ALTER TABLE contract DROP CONSTRAINT contract_period;
ALTER TABLE contract DROP CONSTRAINT contract_version;
ALTER TABLE coaching_note DROP CONSTRAINT coaching_note_body;
ALTER TABLE coaching_note DROP CONSTRAINT coaching_note_sharing;
ALTER TABLE coaching_note DROP CONSTRAINT coaching_note_visibility;
ALTER TABLE coaching_note DROP CONSTRAINT coaching_note_kind;
ALTER TABLE client DROP CONSTRAINT client_personal_identity_code;
ALTER TABLE provider_code DROP CONSTRAINT provider_code_digest;
ALTER TABLE attendance DROP CONSTRAINT attendance_code;
ALTER TABLE attendance DROP CONSTRAINT attendance_hours;
ALTER TABLE attendance DROP CONSTRAINT attendance_planned_minutes;
ALTER TABLE attendance DROP CONSTRAINT attendance_minutes;
ALTER TABLE attendance DROP CONSTRAINT attendance_source;
ALTER TABLE attendance DROP CONSTRAINT attendance_replaced_once;
DROP INDEX attendance_day;
ALTER TABLE agency_client DROP CONSTRAINT agency_client_scopes;
ALTER TABLE agency_client DROP CONSTRAINT agency_client_one_proof;
ALTER TABLE agency_client DROP CONSTRAINT agency_client_revoked;
ALTER TABLE agency_client DROP CONSTRAINT agency_client_state;
ALTER TABLE agency_client DROP CONSTRAINT agency_client_public_id;
ALTER TABLE agency_client DROP CONSTRAINT agency_client_identity;
ALTER TABLE agency DROP CONSTRAINT agency_name;
ALTER TABLE account DROP CONSTRAINT account_undertaking;
ALTER TABLE account DROP CONSTRAINT account_person;
ALTER TABLE account DROP CONSTRAINT account_language;
ALTER TABLE account DROP CONSTRAINT account_kind;
ALTER TABLE account DROP CONSTRAINT account_identity;
"""


class Migration(migrations.Migration):
    """Runs after the tables exist."""

    dependencies = [("models", "0001_initial")]
    operations = [ops.RunSQL(FORWARD, reverse_sql=BACKWARD)]
