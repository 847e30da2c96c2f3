"""In which transaction a disclosure was written: what lets a sealer know that nothing older can still appear."""

from tortoise import migrations
from tortoise.migrations import operations as ops

FORWARD = "ALTER TABLE disclosure_log ADD COLUMN tx xid8 NOT NULL DEFAULT pg_current_xact_id();"
BACKWARD = "ALTER TABLE disclosure_log DROP COLUMN tx;"


class Migration(migrations.Migration):
    """Runs after the walls."""

    dependencies = [("models", "0003_search_and_walls")]
    operations = [ops.RunSQL(FORWARD, reverse_sql=BACKWARD)]
