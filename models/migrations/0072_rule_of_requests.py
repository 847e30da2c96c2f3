"""The privacy officers are told of every data request: the law's clock runs from its arrival."""

from tortoise import migrations
from tortoise.migrations import operations as ops

# Written by nobody of the house, so by the service itself; whoever keeps the rules changes or ends it as any other.
FORWARD = """
INSERT INTO event_rule (id, state, revision, provenance, created_at, created_by, modified_at, modified_by, event,
  recipients, channel)
SELECT '01a20ada-2c00-7000-8000-000000000072', 'ACTIVE', 1, 'OWN', '2026-11-24 00:00+00', nobody, '2026-11-24 00:00+00', nobody,
  'data_request.create', 'PRIVACY_OFFICERS', 'SERVICE_AND_EMAIL'
FROM (VALUES ('00000000-0000-0000-0000-000000000000'::uuid)) AS steward (nobody)
WHERE NOT EXISTS (SELECT FROM event_rule WHERE event = 'data_request.create');
"""
BACKWARD = "DELETE FROM event_rule WHERE id = '01a20ada-2c00-7000-8000-000000000072';"


class Migration(migrations.Migration):
    """Runs after the rules and the requests exist."""

    dependencies = [("models", "0071_bounds_and_answers")]
    operations = [ops.RunSQL(FORWARD, reverse_sql=BACKWARD)]
