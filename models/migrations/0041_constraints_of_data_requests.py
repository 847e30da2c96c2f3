"""The declared constraints of requests, packages, rectifications and notices, by name."""

from tortoise import migrations
from tortoise.migrations import operations as ops

FORWARD = """
ALTER TABLE data_request ADD CONSTRAINT data_request_kind CHECK (kind IN ('ACCESS', 'LOG_ACCESS', 'RECTIFY', 'ERASE', 'RESTRICT', 'PORT', 'OBJECT'));
ALTER TABLE data_request ADD CONSTRAINT data_request_due CHECK (due_on > received_on);
ALTER TABLE data_request ADD CONSTRAINT data_request_extension CHECK (extension_months BETWEEN 1 AND 2);
ALTER TABLE data_request ADD CONSTRAINT data_request_appeal CHECK (state NOT IN ('PARTLY', 'REFUSED') OR (refusal_reason IS NOT NULL AND appeal_text IS NOT NULL));
ALTER TABLE withholding ADD CONSTRAINT withholding_once UNIQUE NULLS NOT DISTINCT (request_id, object_ref, field_key);
ALTER TABLE package ADD CONSTRAINT package_request UNIQUE (request_id);
ALTER TABLE disclosure_notice ADD CONSTRAINT disclosure_notice_kind CHECK (kind IN ('CORRECTED', 'ERASED', 'RESTRICTED', 'LIFTED'));
"""
BACKWARD = """
ALTER TABLE disclosure_notice DROP CONSTRAINT disclosure_notice_kind;
ALTER TABLE package DROP CONSTRAINT package_request;
ALTER TABLE withholding DROP CONSTRAINT withholding_once;
ALTER TABLE data_request DROP CONSTRAINT data_request_appeal;
ALTER TABLE data_request DROP CONSTRAINT data_request_extension;
ALTER TABLE data_request DROP CONSTRAINT data_request_due;
ALTER TABLE data_request DROP CONSTRAINT data_request_kind;
"""


class Migration(migrations.Migration):
    """Runs after the tables exist."""

    dependencies = [("models", "0040_data_requests")]
    operations = [ops.RunSQL(FORWARD, reverse_sql=BACKWARD)]
