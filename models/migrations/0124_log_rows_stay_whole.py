"""A log row of a hundred persons stays whole: packing it took a twelfth of the statement that writes it."""

from tortoise import migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("models", "0123_backup_keys_are_known")]

    initial = False
    expands = True

    operations = [
        ops.RunSQL(
            "ALTER TABLE disclosure_log SET (toast_tuple_target = 4080)",
            "ALTER TABLE disclosure_log RESET (toast_tuple_target)",
        ),
    ]
