"""The next review of a programme, and the exception from the limits of a service that a supervisor allows."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    """Add three columns without a value; nothing is broken today that was allowed."""

    dependencies = [("models", "0190_letters_to_guardians")]

    initial = False
    expands = True

    operations = [
        ops.AddField(model_name="Programme", name="next_review_on", field=fields.DateField(null=True)),
        ops.AddField(model_name="Contract", name="exception_reason", field=fields.TextField(null=True, unique=False)),
        ops.AddField(
            model_name="Contract", name="exception_by_name", field=fields.CharField(null=True, max_length=200)
        ),
    ]
