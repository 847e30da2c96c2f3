"""How many emergency accesses one employee has open at once is a setting; many in a day are an anomaly."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops
from tortoise.migrations.constraints import CheckConstraint

# Before going back: the older list of kinds knows no such anomaly.
FORGOTTEN = "DELETE FROM anomaly WHERE kind = 'EMERGENCY'"


class Migration(migrations.Migration):
    """Runs after everything that it speaks of exists."""

    dependencies = [("models", "0061_referral_answers")]
    operations = [
        ops.RemoveConstraint(model_name="Anomaly", name="anomaly_kind"),
        ops.AddConstraint(
            model_name="Anomaly",
            constraint=CheckConstraint(
                check="kind IN ('OUTSIDE_CASELOAD', 'BULK', 'IDENTITY_SEARCH', 'NIGHT', 'EMERGENCY')",
                name="anomaly_kind",
            ),
        ),
        # AddField gives rows that are there no default: the column is filled before it must not be empty.
        ops.AddField(model_name="Setting", name="emergency_most", field=fields.IntField(null=True)),
        ops.RunSQL("UPDATE setting SET emergency_most = 3", reverse_sql="SELECT 1"),
        ops.AlterField(model_name="Setting", name="emergency_most", field=fields.IntField(default=3)),
        ops.AddConstraint(
            model_name="Setting",
            constraint=CheckConstraint(check="emergency_most BETWEEN 1 AND 20", name="setting_emergency_most"),
        ),
        ops.RunSQL("SELECT 1", reverse_sql=FORGOTTEN),
    ]
