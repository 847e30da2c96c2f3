"""The ID token of a session is sealed; no key is at hand here, so the clear ones go, and their log-outs ask the person."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields

# With USING the table is written anew, so that no dead row keeps a token.
FORWARD = "ALTER TABLE session ALTER COLUMN id_token TYPE text USING nullif('', '')"
BACKWARD = "UPDATE session SET id_token = ''"


class Migration(migrations.Migration):
    """Runs while no service does: an upgrade stops it."""

    dependencies = [("models", "0121_data_breach")]
    operations = [
        ops.AlterField(model_name="Session", name="id_token", field=fields.TextField(null=True, unique=False)),
        ops.RunSQL(FORWARD, reverse_sql=BACKWARD),
    ]
