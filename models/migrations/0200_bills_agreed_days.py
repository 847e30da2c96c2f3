"""Whether a contract bills the days that are billed by contract."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    """Add a column without a value: nothing is billed that was not."""

    dependencies = [("models", "0199_coaching_groups")]

    initial = False
    expands = True

    operations = [
        ops.AddField(model_name="Contract", name="bills_agreed_days", field=fields.BooleanField(null=True)),
    ]
