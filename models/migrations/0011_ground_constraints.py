"""The constraints of 0010_ground by name, and the queue of events: what was written before has no reader any more."""

from tortoise import migrations
from tortoise.migrations import operations as ops

FORWARD = """
ALTER TABLE attachment ADD CONSTRAINT attachment_size CHECK (size > 0);
ALTER TABLE attachment ADD CONSTRAINT attachment_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE destination ADD CONSTRAINT destination_host UNIQUE (kind, host);
ALTER TABLE destination ADD CONSTRAINT destination_kind CHECK (kind IN ('MAIL', 'WEBHOOK', 'IDENTITY_PROVIDER'));
ALTER TABLE event_rule ADD CONSTRAINT event_rule_recipients CHECK (recipients IN ('RESPONSIBLE_COACH', 'UNIT_SUPERVISORS', 'PRIVACY_OFFICERS', 'AGENCY_OFFICIALS', 'TRAINEE'));
ALTER TABLE event_rule ADD CONSTRAINT event_rule_channel CHECK (channel IN ('SERVICE', 'EMAIL', 'SERVICE_AND_EMAIL'));
ALTER TABLE delivery ADD CONSTRAINT delivery_sent CHECK ((state = 'SENT') = (sent_at IS NOT NULL));
ALTER TABLE delivery ADD CONSTRAINT delivery_failure CHECK (state <> 'FAILED' OR failure IS NOT NULL);
UPDATE outbox SET dispatched_at = at;
CREATE INDEX outbox_waiting ON outbox (id) WHERE dispatched_at IS NULL;
"""
BACKWARD = """
DROP INDEX outbox_waiting;
ALTER TABLE delivery DROP CONSTRAINT delivery_failure;
ALTER TABLE delivery DROP CONSTRAINT delivery_sent;
ALTER TABLE event_rule DROP CONSTRAINT event_rule_channel;
ALTER TABLE event_rule DROP CONSTRAINT event_rule_recipients;
ALTER TABLE destination DROP CONSTRAINT destination_kind;
ALTER TABLE destination DROP CONSTRAINT destination_host;
ALTER TABLE attachment DROP CONSTRAINT attachment_sha256;
ALTER TABLE attachment DROP CONSTRAINT attachment_size;
"""


class Migration(migrations.Migration):
    """Runs after the tables exist."""

    dependencies = [("models", "0010_ground")]
    operations = [ops.RunSQL(FORWARD, reverse_sql=BACKWARD)]
