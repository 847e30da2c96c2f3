"""Whether the system of an agency may ask listed documents only, and which ones are its own."""

from orjson import loads
from tortoise import fields, migrations
from tortoise.fields.data import JSON_DUMPS
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    """Add columns without a value: no system is bound that was not."""

    dependencies = [("models", "0201_saved_views")]

    initial = False
    expands = True

    operations = [
        ops.AddField(
            model_name="AgencyClient", name="listed_documents_only", field=fields.BooleanField(null=True)
        ),
        ops.AddField(
            model_name="AgencyClient",
            name="documents",
            field=fields.JSONField(null=True, default=list, encoder=JSON_DUMPS, decoder=loads),
        ),
    ]
