"""In which transaction an event was written: what lets readers know that nothing older can still appear."""

from tortoise import migrations
from tortoise.migrations import operations as ops

# Older events have none and stay as they are: a default for them would write the whole table anew. Nobody follows them.
FORWARD = """
ALTER TABLE outbox ADD COLUMN tx xid8;
ALTER TABLE outbox ALTER COLUMN tx SET DEFAULT pg_current_xact_id();
CREATE INDEX outbox_followed ON outbox (tx, id) WHERE tx IS NOT NULL;
"""
BACKWARD = """
DROP INDEX outbox_followed;
ALTER TABLE outbox DROP COLUMN tx;
"""


class Migration(migrations.Migration):
    """Adds a column that the database fills; the code of before goes on writing as it did."""

    dependencies = [('models', '0161_proposals')]
    expands = True
    operations = [ops.RunSQL(FORWARD, reverse_sql=BACKWARD)]
