from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.contrib.postgres.indexes import BrinIndex
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint


class Migration(migrations.Migration):
    dependencies = [("models", "0074_bin_by_its_states")]

    initial = False

    operations = [
        ops.AlterModelOptions(
            name="Account",
            options={
                "table": "account",
                "app": "models",
                "constraints": [
                    UniqueConstraint(fields=("issuer", "subject"), name="account_identity"),
                    CheckConstraint(check="kind IN ('STAFF', 'TRAINEE', 'OFFICIAL', 'WORKPLACE')", name="account_kind"),
                    CheckConstraint(check="language IN ('fi', 'sv', 'en')", name="account_language"),
                    CheckConstraint(
                        check="(kind = 'STAFF' OR staff_id IS NULL) AND (kind = 'TRAINEE') = (client_id IS NOT NULL) AND (kind = 'OFFICIAL') = (agency_id IS NOT NULL) AND (kind = 'WORKPLACE') = (workplace_id IS NOT NULL)",
                        name="account_person",
                    ),
                    CheckConstraint(
                        check="(undertaking_version IS NULL) = (undertaking_accepted_at IS NULL)",
                        name="account_undertaking",
                    ),
                ],
                "indexes": [
                    Index(fields=["staff_id"], name="account_staff"),
                    Index(fields=["client_id"], name="account_client"),
                    Index(fields=["agency_id"], name="account_agency"),
                    Index(fields=["workplace_id"], name="account_workplace"),
                ],
                "pk_attr": "id",
                "table_description": "A person as the identity provider identifies the person: by (issuer, subject), never by an e-mail address.",
            },
        ),
        ops.AlterModelOptions(
            name="AgencyClient",
            options={
                "table": "agency_client",
                "app": "models",
                "constraints": [
                    UniqueConstraint(fields=("issuer", "subject"), name="agency_client_identity"),
                    UniqueConstraint(fields=("issuer", "public_id"), name="agency_client_public_id"),
                    CheckConstraint(check="state IN ('ACTIVE', 'REVOKED')", name="agency_client_state"),
                    CheckConstraint(
                        check="(state = 'REVOKED') = (revoked_at IS NOT NULL)", name="agency_client_revoked"
                    ),
                    CheckConstraint(check="secret_hash IS NULL OR jwks IS NULL", name="agency_client_one_proof"),
                    CheckConstraint(check="cardinality(scopes) > 0", name="agency_client_scopes"),
                ],
                "indexes": [Index(fields=["agency_id"], name="agency_client_agency")],
                "pk_attr": "id",
                "table_description": "A registered client of an agency. It is ACTIVE until it is REVOKED, and REVOKED for ever.",
            },
        ),
        ops.AlterModelOptions(
            name="Announcement",
            options={
                "table": "announcement",
                "app": "models",
                "constraints": [CheckConstraint(check="ends_before > starts_on", name="announcement_period")],
                "indexes": [
                    Index(fields=["starts_on", "id"], name="announcement_order"),
                    Index(fields=["notice_id", "id"], name="announcement_notice"),
                ],
                "pk_attr": "id",
                "table_description": "A message for everybody who logs in during [starts_on, ends_before).",
            },
        ),
        ops.AlterModelOptions(
            name="AnomalyDay",
            options={
                "table": "anomaly_day",
                "app": "models",
                "pk_attr": "day",
                "table_description": "A day of the log, from 6:00 to 6:00, that was analysed; no day is analysed twice.",
            },
        ),
        ops.AlterModelOptions(
            name="Attachment",
            options={
                "table": "attachment",
                "app": "models",
                "constraints": [
                    CheckConstraint(check="size > 0", name="attachment_size"),
                    CheckConstraint(check="sha256 ~ '^[0-9a-f]{64}$'", name="attachment_sha256"),
                ],
                "indexes": [Index(fields=["object_id", "id"], name="attachment_object")],
                "pk_attr": "id",
                "table_description": "One file of one object. Its name is personal data and is stored only here; on disk the file is named by its id.",
            },
        ),
        ops.AlterModelOptions(
            name="Attendance",
            options={
                "table": "attendance",
                "app": "models",
                "constraints": [
                    UniqueConstraint(
                        fields=("contract_id", "day"), name="attendance_day", condition="replaces_id IS NULL"
                    ),
                    UniqueConstraint(fields=("replaces_id",), name="attendance_replaced_once"),
                    CheckConstraint(
                        check="source IN ('COACH', 'TRAINEE', 'KIOSK', 'WORKPLACE')", name="attendance_source"
                    ),
                    CheckConstraint(check="minutes BETWEEN 0 AND 1440", name="attendance_minutes"),
                    CheckConstraint(check="planned_minutes BETWEEN 0 AND 1440", name="attendance_planned_minutes"),
                    CheckConstraint(check="left_at >= arrived_at", name="attendance_hours"),
                    CheckConstraint(check="state = 'PLANNED' OR code IS NOT NULL", name="attendance_code"),
                ],
                "indexes": [
                    Index(fields=["client_id", "day", "id"], name="attendance_client_order"),
                    Index(fields=["unit_id", "day", "id"], name="attendance_unit_order"),
                    Index(fields=["contract_id", "day", "id"], name="attendance_contract_order"),
                    Index(fields=["workplace_id", "day", "id"], name="attendance_workplace_order"),
                    Index(fields=["day", "id"], name="attendance_order"),
                    BrinIndex(fields=["day"], name="attendance_period"),
                ],
                "pk_attr": "id",
                "table_description": "`client`, `unit` and `workplace` are copied from the contract, `referral` from its programme.",
            },
        ),
        ops.AlterModelOptions(
            name="AuthorizationCode",
            options={
                "table": "provider_code",
                "app": "models",
                "constraints": [UniqueConstraint(fields=("digest",), name="provider_code_digest")],
                "indexes": [Index(fields=["expires_at"], name="provider_code_expiry")],
                "pk_attr": "id",
                "table_description": "A code, valid for one minute and one use. A used one stays until it expires, so that a second use is noticed.",
            },
        ),
        ops.AlterModelOptions(
            name="BinItem",
            options={
                "table": "bin_item",
                "app": "models",
                "constraints": [
                    UniqueConstraint(
                        fields=("content_id",),
                        name="bin_item_content",
                        condition="state IN ('TEAM', 'AGENCY', 'OFFICE', 'OWN')",
                    )
                ],
                "indexes": [
                    Index(fields=["client_id", "id"], name="bin_item_client"),
                    Index(fields=["unit_id", "id"], name="bin_item_unit_order"),
                    Index(fields=["agency_id", "id"], name="bin_item_agency"),
                    Index(fields=["purge_on", "id"], name="bin_item_purge"),
                ],
                "pk_attr": "id",
                "table_description": "One deleted object. The columns for local roles are copied from the object; `created_by` deleted it.",
            },
        ),
        ops.AlterModelOptions(
            name="CoachingNote",
            options={
                "table": "coaching_note",
                "app": "models",
                "constraints": [
                    CheckConstraint(
                        check="kind IN ('MEETING', 'CALL', 'OBSERVATION', 'NETWORK', 'INCIDENT')",
                        name="coaching_note_kind",
                    ),
                    CheckConstraint(
                        check="visibility IN ('TEAM', 'SHARED_WITH_TRAINEE', 'IN_REPORT')",
                        name="coaching_note_visibility",
                    ),
                    CheckConstraint(
                        check="(visibility = 'SHARED_WITH_TRAINEE') = (shared_with_id IS NOT NULL) AND (shared_with_id IS NULL OR shared_with_id = client_id)",
                        name="coaching_note_sharing",
                    ),
                    CheckConstraint(check="char_length(body) <= 10000", name="coaching_note_body"),
                ],
                "indexes": [
                    Index(fields=["client_id", "occurred_at", "id"], name="coaching_note_client_order"),
                    Index(fields=["unit_id", "occurred_at", "id"], name="coaching_note_unit_order"),
                    Index(fields=["relationship_id", "id"], name="coaching_note_relationship"),
                    Index(fields=["amends_id", "id"], name="coaching_note_amends"),
                ],
                "pk_attr": "id",
                "table_description": "`shared_with_id` is the client when the note is shared with the trainee, otherwise NULL, for that role alone.",
            },
        ),
        ops.AlterModelOptions(
            name="Consent",
            options={
                "table": "consent",
                "app": "models",
                "constraints": [
                    CheckConstraint(check="channel IN ('SERVICE', 'PAPER', 'AUTHORITY')", name="consent_channel"),
                    CheckConstraint(check="valid_until >= given_on", name="consent_period"),
                    CheckConstraint(check="state <> 'GIVEN' OR given_on IS NOT NULL", name="consent_given"),
                    CheckConstraint(
                        check="(state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL)", name="consent_withdrawn"
                    ),
                    CheckConstraint(
                        check="categories <@ ARRAY['ATTENDANCE', 'PROGRAMME']::text[]", name="consent_categories"
                    ),
                ],
                "indexes": [
                    Index(fields=["client_id", "agency_id", "id"], name="consent_client"),
                    Index(fields=["agency_id", "id"], name="consent_agency_order"),
                    Index(fields=["unit_id", "id"], name="consent_unit_order"),
                    Index(fields=["referral_id"], name="consent_referral"),
                ],
                "pk_attr": "id",
                "table_description": "With `referral_id` the consent covers only the data that follow from one referral; without it, every referral of the",
            },
        ),
        ops.AlterModelOptions(
            name="DataRequest",
            options={
                "table": "data_request",
                "app": "models",
                "constraints": [
                    CheckConstraint(
                        check="kind IN ('ACCESS', 'LOG_ACCESS', 'RECTIFY', 'ERASE', 'RESTRICT', 'PORT', 'OBJECT')",
                        name="data_request_kind",
                    ),
                    CheckConstraint(check="due_on > received_on", name="data_request_due"),
                    CheckConstraint(check="extension_months BETWEEN 1 AND 2", name="data_request_extension"),
                    CheckConstraint(
                        check="state NOT IN ('PARTLY', 'REFUSED') OR (refusal_reason IS NOT NULL AND appeal_text IS NOT NULL)",
                        name="data_request_appeal",
                    ),
                ],
                "indexes": [
                    Index(fields=["client_id", "id"], name="data_request_client"),
                    Index(fields=["due_on", "id"], name="data_request_due_order"),
                    Index(fields=["received_on", "id"], name="data_request_received_order"),
                    Index(fields=["entered_by", "id"], name="data_request_author"),
                ],
                "pk_attr": "id",
                "table_description": "A request under GDPR articles 15–21, with its deadline and result.",
            },
        ),
        ops.AlterModelOptions(
            name="Delivery",
            options={
                "table": "delivery",
                "app": "models",
                "constraints": [
                    CheckConstraint(check="(state = 'SENT') = (sent_at IS NOT NULL)", name="delivery_sent"),
                    CheckConstraint(check="state <> 'FAILED' OR failure IS NOT NULL", name="delivery_failure"),
                ],
                "indexes": [Index(fields=["state", "due_at"], name="delivery_due")],
                "pk_attr": "id",
                "table_description": "One mail to one account. The address is read when the mail is sent and is not stored here.",
            },
        ),
        ops.AlterModelOptions(
            name="DisclosureLog",
            options={
                "table": "disclosure_log",
                "app": "models",
                "indexes": [Index(fields=["account", "id"], name="disclosure_log_account")],
                "pk_attr": "id",
                "table_description": "One answer that contained personal data, or a refusal of it. The reading statement writes it, never with values.",
            },
        ),
        ops.AlterModelOptions(
            name="DisclosureNotice",
            options={
                "table": "disclosure_notice",
                "app": "models",
                "constraints": [
                    CheckConstraint(
                        check="kind IN ('CORRECTED', 'ERASED', 'RESTRICTED', 'LIFTED')", name="disclosure_notice_kind"
                    )
                ],
                "indexes": [
                    Index(fields=["agency_id", "id"], name="disclosure_notice_agency"),
                    Index(fields=["client_id", "id"], name="disclosure_notice_client"),
                    Index(fields=["request_id", "id"], name="disclosure_notice_request"),
                ],
                "pk_attr": "id",
                "table_description": "Informs an agency that data shown to it have been corrected, erased or restricted; it never holds the values.",
            },
        ),
        ops.AlterModelOptions(
            name="EmergencyAccess",
            options={
                "table": "emergency_access",
                "app": "models",
                "constraints": [
                    CheckConstraint(check="minutes BETWEEN 1 AND 60", name="emergency_access_minutes"),
                    CheckConstraint(check="ends_at <= created_at + interval '60 minutes'", name="emergency_access_end"),
                    CheckConstraint(check="char_length(reason) >= 20", name="emergency_access_reason"),
                ],
                "indexes": [
                    Index(fields=["account_id", "state", "client_id"], name="emergency_access_account"),
                    Index(fields=["client_id", "id"], name="emergency_access_client"),
                    Index(fields=["unit_id", "state", "id"], name="emergency_access_unit_order"),
                ],
                "pk_attr": "id",
                "table_description": "An employee's access to one client outside the caseload; the policy reads `account_id`, `state` and `ends_at`.",
            },
        ),
        ops.AlterModelOptions(
            name="Erasure",
            options={
                "table": "erasure",
                "app": "models",
                "constraints": [
                    UniqueConstraint(fields=("number",), name="erasure_number"),
                    CheckConstraint(check="what IN ('ERASED', 'KEPT')", name="erasure_what"),
                ],
                "indexes": [Index(fields=["object_id"], name="erasure_object")],
                "pk_attr": "id",
                "table_description": "A line of the list of erasures (models/erasure_list.py), written in the erasing transaction; rows are only added.",
            },
        ),
        ops.AlterModelOptions(
            name="EventRule",
            options={
                "table": "event_rule",
                "app": "models",
                "constraints": [
                    CheckConstraint(
                        check="recipients IN ('RESPONSIBLE_COACH', 'UNIT_SUPERVISORS', 'PRIVACY_OFFICERS', 'AGENCY_OFFICIALS', 'TRAINEE')",
                        name="event_rule_recipients",
                    ),
                    CheckConstraint(
                        check="channel IN ('SERVICE', 'EMAIL', 'SERVICE_AND_EMAIL')", name="event_rule_channel"
                    ),
                ],
                "indexes": [Index(fields=["event"], name="event_rule_event")],
                "pk_attr": "id",
                "table_description": "The recipients and the channel of an event. Without a unit the rule holds for objects of every unit.",
            },
        ),
        ops.AlterModelOptions(
            name="FormTemplate",
            options={
                "table": "form_template",
                "app": "models",
                "constraints": [
                    UniqueConstraint(
                        fields=("lineage_id",), name="form_template_published", condition="state = 'PUBLISHED'"
                    ),
                    UniqueConstraint(
                        fields=("copy_of_id",),
                        name="form_template_open_copy",
                        condition="state IN ('DRAFT', 'IN_REVIEW')",
                    ),
                    CheckConstraint(check="kind IN ('REFERRAL', 'PLAN', 'ASSESSMENT')", name="form_template_kind"),
                ],
                "pk_attr": "id",
                "table_description": "`sections` is a list of {name, fi, sv, en, read, write, keys}; nobody may use a key that is in no section.",
            },
        ),
        ops.AlterModelOptions(
            name="IdempotencyKey",
            options={
                "table": "idempotency_key",
                "app": "models",
                "constraints": [UniqueConstraint(fields=("account", "key"), name="idempotency_key_once")],
                "pk_attr": "id",
                "table_description": "A creation that was carried out: another request with the same key returns the same object.",
            },
        ),
        ops.AlterModelOptions(
            name="ImportBatch",
            options={
                "table": "import_batch",
                "app": "models",
                "constraints": [UniqueConstraint(fields=("job_id", "first_line"), name="import_batch_first_line")],
                "pk_attr": "id",
                "table_description": "A batch that is written completely: this row is committed in the same transaction as the rows of the batch.",
            },
        ),
        ops.AlterModelOptions(
            name="ImportJob",
            options={
                "table": "import_job",
                "app": "models",
                "constraints": [UniqueConstraint(fields=("kind", "unit_id", "file_digest"), name="import_job_file")],
                "pk_attr": "id",
                "table_description": "One file imported into one unit. `file_digest` is SHA-256 of its bytes; the file itself is not stored.",
            },
        ),
        ops.AlterModelOptions(
            name="ImportRow",
            options={
                "table": "import_row",
                "app": "models",
                "constraints": [UniqueConstraint(fields=("row_digest",), name="import_row_digest")],
                "indexes": [Index(fields=["record_id"], name="import_row_record")],
                "pk_attr": "id",
                "table_description": "A row of the file that became a record. `row_digest` is keyed (models/sealed.py), so nobody can guess the person.",
            },
        ),
        ops.AlterModelOptions(
            name="InvoiceRow",
            options={
                "table": "invoice_row",
                "app": "models",
                "indexes": [Index(fields=["starts_on", "id"], name="invoice_row_order")],
                "pk_attr": "id",
                "table_description": "The data of an erased person's contract for bookkeeping. `pseudonym` is random and the same for one person's rows.",
            },
        ),
        ops.AlterModelOptions(
            name="LegalHold",
            options={
                "table": "legal_hold",
                "app": "models",
                "constraints": [CheckConstraint(check="ends_on >= starts_on", name="legal_hold_period")],
                "indexes": [
                    Index(fields=["client_id", "id"], name="legal_hold_client"),
                    Index(fields=["unit_id", "id"], name="legal_hold_unit_order"),
                ],
                "pk_attr": "id",
                "table_description": "A reason not to delete a client's data from `starts_on` to `ends_on` (included); there may be several at once.",
            },
        ),
        ops.AlterModelOptions(
            name="LogBlock",
            options={
                "table": "log_block",
                "app": "models",
                "constraints": [
                    UniqueConstraint(fields=("previous",), name="log_block_previous"),
                    CheckConstraint(
                        check="entries = last_position - first_position + 1 AND entries > 0", name="log_block_entries"
                    ),
                ],
                "pk_attr": "number",
                "table_description": "A block, described in models/chain.py. Only `seal_log_block` writes it: the application may not.",
            },
        ),
        ops.AlterModelOptions(
            name="LogCheckpoint",
            options={
                "table": "log_checkpoint",
                "app": "models",
                "constraints": [UniqueConstraint(fields=("block",), name="log_checkpoint_block")],
                "pk_attr": "id",
                "table_description": "The last hash of the chain at one moment, signed; a copy stored elsewhere shows when newer entries disappear.",
            },
        ),
        ops.AlterModelOptions(
            name="LogInThrottle",
            options={
                "table": "provider_throttle",
                "app": "models",
                "constraints": [UniqueConstraint(fields=("digest",), name="provider_throttle_digest")],
                "indexes": [Index(fields=["expires_at"], name="provider_throttle_expiry")],
                "pk_attr": "id",
                "table_description": "Failed log-ins of one user name from one network. They never delay the same name in another network.",
            },
        ),
        ops.AlterModelOptions(
            name="LogSeal",
            options={
                "table": "log_seal",
                "app": "models",
                "constraints": [UniqueConstraint(fields=("log", "entry"), name="log_seal_entry")],
                "pk_attr": "position",
                "table_description": "The seal of one entry: its position in the chain and the digest of its content.",
            },
        ),
        ops.AlterModelOptions(
            name="LoginEvent",
            options={
                "table": "login_event",
                "app": "models",
                "constraints": [
                    CheckConstraint(
                        check="outcome IN ('LOGGED_IN', 'LOGGED_OUT', 'LOGGED_OUT_BY_PROVIDER', 'REFUSED', 'NO_ACCOUNT', 'DISABLED', 'UNDERTAKING_ACCEPTED', 'PASSWORD_REFUSED', 'THROTTLED')",
                        name="login_event_outcome",
                    )
                ],
                "indexes": [Index(fields=["account_id", "id"], name="login_event_account")],
                "pk_attr": "id",
                "table_description": "One log-in or log-out, or an attempt. Rows are only added; the address is shortened to its network.",
            },
        ),
        ops.AlterModelOptions(
            name="NoticeAcceptance",
            options={
                "table": "notice_acceptance",
                "app": "models",
                "constraints": [UniqueConstraint(fields=("notice_id", "account_id"), name="notice_acceptance_once")],
                "indexes": [Index(fields=["client_id", "id"], name="notice_acceptance_client")],
                "pk_attr": "id",
                "table_description": "One account (`created_by`) has read one version of a notice; `client` is the client of that account, if any.",
            },
        ),
        ops.AlterModelOptions(
            name="Notification",
            options={
                "table": "notification",
                "app": "models",
                "indexes": [Index(fields=["recipient_id", "id"], name="notification_recipient")],
                "pk_attr": "id",
                "table_description": "One notice to one account. `text` follows from the event alone and names nobody; `link` is an object's id.",
            },
        ),
        ops.AlterModelOptions(
            name="Outbox",
            options={
                "table": "outbox",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A typed event, written in the transaction that caused it; `actor` is the account that caused it.",
            },
        ),
        ops.AlterModelOptions(
            name="Package",
            options={
                "table": "package",
                "app": "models",
                "constraints": [UniqueConstraint(fields=("request_id",), name="package_request")],
                "indexes": [Index(fields=["expires_at"], name="package_expiry")],
                "pk_attr": "id",
                "table_description": "The personal data of one request, ready for handing over: JSON and PDF, encrypted for this row, deleted on expiry.",
            },
        ),
        ops.AlterModelOptions(
            name="PrivacyNotice",
            options={
                "table": "privacy_notice",
                "app": "models",
                "constraints": [
                    UniqueConstraint(
                        fields=("lineage_id",), name="privacy_notice_published", condition="state = 'PUBLISHED'"
                    ),
                    UniqueConstraint(
                        fields=("copy_of_id",),
                        name="privacy_notice_open_copy",
                        condition="state IN ('DRAFT', 'IN_REVIEW')",
                    ),
                ],
                "indexes": [Index(fields=["register_id", "version", "id"], name="privacy_notice_register")],
                "pk_attr": "id",
                "table_description": "The notice of one register. `version` is set at publication.",
            },
        ),
        ops.AlterModelOptions(
            name="Programme",
            options={
                "table": "programme",
                "app": "models",
                "constraints": [CheckConstraint(check="ends_on >= starts_on", name="programme_period")],
                "indexes": [
                    Index(fields=["client_id", "starts_on", "id"], name="programme_client_order"),
                    Index(fields=["unit_id", "starts_on", "id"], name="programme_unit_order"),
                    Index(fields=["starts_on", "id"], name="programme_order"),
                    Index(fields=["relationship_id", "id"], name="programme_relationship"),
                    Index(fields=["referral_id", "id"], name="programme_referral"),
                ],
                "pk_attr": "id",
                "table_description": "`client`, `unit` and `referral` are copied from the relationship for the local roles.",
            },
        ),
        ops.AlterModelOptions(
            name="ProviderClient",
            options={
                "table": "provider_client",
                "app": "models",
                "constraints": [
                    UniqueConstraint(fields=("public_id",), name="provider_client_public_id"),
                    CheckConstraint(check="cardinality(redirect_uris) > 0", name="provider_client_redirect"),
                ],
                "pk_attr": "id",
                "table_description": "A front end registered at the embedded provider. Without a secret it is a public client and uses only PKCE.",
            },
        ),
        ops.AlterModelOptions(
            name="ProviderKey",
            options={
                "table": "provider_key",
                "app": "models",
                "indexes": [Index(fields=["published_until"], name="provider_key_published")],
                "pk_attr": "id",
                "table_description": "A key that signs tokens from `signs_from` until a newer key signs; published until `published_until`, if it is set.",
            },
        ),
        ops.AlterModelOptions(
            name="Purge",
            options={
                "table": "purge",
                "app": "models",
                "constraints": [
                    CheckConstraint(check="kind IN ('DUE', 'PERSON', 'REFERRALS')", name="purge_kind"),
                    CheckConstraint(check="kind = 'PERSON' OR person_id IS NULL", name="purge_person"),
                    CheckConstraint(check="approved_by <> confirmed_by", name="purge_two_people"),
                ],
                "pk_attr": "id",
                "table_description": "A deletion that two people decide. `person_id` is set only for PERSON and is no foreign key: it outlives the person.",
            },
        ),
        ops.AlterModelOptions(
            name="Rectification",
            options={
                "table": "rectification",
                "app": "models",
                "indexes": [
                    Index(fields=["request_id", "id"], name="rectification_request"),
                    Index(fields=["client_id", "id"], name="rectification_client"),
                ],
                "pk_attr": "id",
                "table_description": "One field of one object: its requested value, and its values before and after the decision.",
            },
        ),
        ops.AlterModelOptions(
            name="Referral",
            options={
                "table": "referral",
                "app": "models",
                "constraints": [
                    CheckConstraint(check="basis IN ('CONSENT', 'STATUTORY')", name="referral_basis"),
                    CheckConstraint(check="consent_valid_until >= consent_given_on", name="referral_consent_period"),
                    CheckConstraint(check="days_per_week BETWEEN 1 AND 7", name="referral_days"),
                ],
                "indexes": [
                    Index(fields=["agency_id", "client_id"], name="referral_consent"),
                    Index(fields=["agency_id", "id"], name="referral_agency_order"),
                    Index(fields=["unit_id", "id"], name="referral_unit_order"),
                    Index(fields=["client_id", "id"], name="referral_client"),
                    Index(fields=["official_id", "id"], name="referral_official"),
                    Index(fields=["identity_index"], name="referral_personal_identity_code"),
                    Index(fields=["sort_key", "id"], name="referral_order"),
                ],
                "pk_attr": "id",
                "table_description": "`client` is set when the referral is accepted; until then the subject data are only here.",
            },
        ),
        ops.AlterModelOptions(
            name="RefreshToken",
            options={
                "table": "provider_refresh_token",
                "app": "models",
                "constraints": [UniqueConstraint(fields=("digest",), name="provider_refresh_token_digest")],
                "indexes": [
                    Index(fields=["family"], name="provider_refresh_token_family"),
                    Index(fields=["expires_at"], name="provider_refresh_token_expiry"),
                ],
                "pk_attr": "id",
                "table_description": "A refresh token, valid for one use. All tokens of one log-in are a family and end together.",
            },
        ),
        ops.AlterModelOptions(
            name="RegisterLaw",
            options={
                "table": "register_law",
                "app": "models",
                "constraints": [
                    UniqueConstraint(
                        fields=("register_id",), name="register_law_published", condition="state = 'PUBLISHED'"
                    ),
                    UniqueConstraint(
                        fields=("copy_of_id",),
                        name="register_law_open_copy",
                        condition="state IN ('DRAFT', 'IN_REVIEW')",
                    ),
                    CheckConstraint(check="retention_years BETWEEN 1 AND 30", name="register_law_retention_years"),
                    CheckConstraint(
                        check="passive_after_months BETWEEN 0 AND 12 * retention_years", name="register_law_passive"
                    ),
                    CheckConstraint(check="log_mode IN ('NAMES', 'PURPOSES')", name="register_law_log_mode"),
                    CheckConstraint(check="log_years BETWEEN 2 AND 30", name="register_law_log_years"),
                ],
                "indexes": [Index(fields=["register_id", "id"], name="register_law_register")],
                "pk_attr": "id",
                "table_description": "One version of a register's columns with the same names; publication copies the values into the register.",
            },
        ),
        ops.AlterModelOptions(
            name="RoleGrant",
            options={
                "table": "role_grant",
                "app": "models",
                "constraints": [
                    CheckConstraint(
                        check="role IN ('coach', 'colleague', 'supervisor', 'manager', 'finance', 'privacy_officer', 'administrator', 'support', 'cleared')",
                        name="role_grant_role",
                    ),
                    CheckConstraint(check="ends_before IS NULL OR ends_before > starts_on", name="role_grant_period"),
                ],
                "indexes": [
                    Index(fields=["account_id", "role"], name="role_grant_account"),
                    Index(fields=["unit_id"], name="role_grant_unit"),
                ],
                "pk_attr": "id",
                "table_description": "A role of a staff account from `starts_on` until `ends_before` (exclusive); no `unit_id`: everywhere.",
            },
        ),
        ops.AlterModelOptions(
            name="SearchEntry",
            options={
                "table": "search_entry",
                "app": "models",
                "constraints": [UniqueConstraint(fields=("object_id", "permission"), name="search_entry_object")],
                "pk_attr": "id",
                "table_description": "The searchable text of one object under one read permission: without accents, in lower case.",
            },
        ),
        ops.AlterModelOptions(
            name="Setting",
            options={
                "table": "setting",
                "app": "models",
                "constraints": [
                    UniqueConstraint(fields=("place",), name="setting_once"),
                    CheckConstraint(check="recycle_days BETWEEN 1 AND 365", name="setting_recycle_days"),
                    CheckConstraint(check="announcement_days BETWEEN 1 AND 365", name="setting_announcement_days"),
                    CheckConstraint(check="max_root_page_size BETWEEN 1 AND 200", name="setting_root_page_most"),
                    CheckConstraint(check="max_nested_page_size BETWEEN 1 AND 400", name="setting_nested_page_most"),
                    CheckConstraint(check="max_emergency_accesses BETWEEN 1 AND 20", name="setting_emergency_most"),
                ],
                "pk_attr": "id",
                "table_description": "The settings, in one row: `place` is unique and has only one value.",
            },
        ),
        ops.AlterModelOptions(
            name="SpentNonce",
            options={
                "table": "spent_nonce",
                "app": "models",
                "constraints": [
                    UniqueConstraint(fields=("purpose", "digest"), name="spent_nonce_once"),
                    CheckConstraint(
                        check="purpose IN ('LOGIN_STATE', 'LOGOUT_TOKEN', 'CLIENT_ASSERTION')",
                        name="spent_nonce_purpose",
                    ),
                ],
                "indexes": [Index(fields=["expires_at"], name="spent_nonce_expiry")],
                "pk_attr": "id",
                "table_description": "A used value, which may not be used again before `expires_at`; after that it is refused because of its age.",
            },
        ),
        ops.AlterModelOptions(
            name="StatisticRow",
            options={
                "table": "statistic_row",
                "app": "models",
                "indexes": [Index(fields=["year", "unit_id", "service_code"], name="statistic_row_group")],
                "pk_attr": "id",
                "table_description": "One programme of an erased person for statistics, which show only groups (rule R19).",
            },
        ),
        ops.AlterModelOptions(
            name="Substitution",
            options={
                "table": "substitution",
                "app": "models",
                "indexes": [
                    Index(fields=["staff_member_id", "client_id"], name="substitution_caseload"),
                    Index(fields=["client_id", "id"], name="substitution_client"),
                ],
                "pk_attr": "id",
                "table_description": "A coach who covers a colleague's client in [starts_on, ends_before); without an end for a second coach.",
            },
        ),
        ops.AlterModelOptions(
            name="SupportAccess",
            options={
                "table": "support_access",
                "app": "models",
                "constraints": [
                    CheckConstraint(
                        check="ends_at > starts_at AND ends_at <= starts_at + interval '8 hours'",
                        name="support_access_period",
                    ),
                    CheckConstraint(check="num_nonnulls(client_id, whole_unit_id) = 1", name="support_access_target"),
                    CheckConstraint(check="char_length(reason) >= 20", name="support_access_reason"),
                ],
                "indexes": [
                    Index(fields=["staff_member_id", "state"], name="support_access_staff"),
                    Index(fields=["client_id", "id"], name="support_access_client"),
                    Index(fields=["whole_unit_id", "id"], name="support_access_unit_order"),
                ],
                "pk_attr": "id",
                "table_description": "The access of one of the vendor's staff for a limited time: to one client or to a unit.",
            },
        ),
        ops.AlterModelOptions(
            name="Term",
            options={
                "table": "term",
                "app": "models",
                "constraints": [
                    UniqueConstraint(
                        fields=("vocabulary", "token"), name="term_token", condition="state IN ('ACTIVE', 'RETIRED')"
                    ),
                    UniqueConstraint(fields=("lineage_id",), name="term_published", condition="state = 'ACTIVE'"),
                    UniqueConstraint(
                        fields=("copy_of_id",), name="term_open_copy", condition="state IN ('DRAFT', 'IN_REVIEW')"
                    ),
                    CheckConstraint(check="ends_before > starts_on", name="term_period"),
                ],
                "indexes": [Index(fields=["vocabulary", "position", "id"], name="term_order")],
                "pk_attr": "id",
                "table_description": "One word of a vocabulary, valid in [starts_on, ends_before). `facts` is a list of {name, text}: its effects.",
            },
        ),
        ops.AlterModelOptions(
            name="Withholding",
            options={
                "table": "withholding",
                "app": "models",
                "constraints": [
                    UniqueConstraint(fields=("request_id", "object_ref", "field_key"), name="withholding_once")
                ],
                "indexes": [
                    Index(fields=["request_id", "id"], name="withholding_request"),
                    Index(fields=["client_id", "id"], name="withholding_client"),
                ],
                "pk_attr": "id",
                "table_description": "Data that a package leaves out, and the reason: found by the declarations, or decided by the privacy officer.",
            },
        ),
        ops.AlterModelOptions(
            name="Workplace",
            options={
                "table": "workplace",
                "app": "models",
                "constraints": [UniqueConstraint(fields=("contact_unit_id", "name"), name="workplace_name")],
                "indexes": [Index(fields=["name", "id"], name="workplace_order")],
                "pk_attr": "id",
                "table_description": "`contact_unit` is not named `unit`: a contract copies `unit` from its references, from the programme.",
            },
        ),
    ]
