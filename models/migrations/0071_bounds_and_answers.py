"""Emergency accesses have a most, and many in a day are an anomaly; answers are corrected while more is asked for."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops
from tortoise.migrations.constraints import CheckConstraint

# Before going back: the older list of kinds knows no such anomaly.
FORGOTTEN = "DELETE FROM anomaly WHERE kind = 'EMERGENCY'"
# A referral about which more is asked already opens its answers, and closes them again on the way back.
ASKED = """
UPDATE form_answer a SET state = 'REFERRAL_ASKED' FROM referral r
WHERE r.id = a.referral_id AND r.state = 'INFO_REQUESTED' AND a.state = 'REFERRAL_SENT'
"""
SENT = "UPDATE form_answer SET state = 'REFERRAL_SENT' WHERE state = 'REFERRAL_ASKED'"


class Migration(migrations.Migration):
    """Runs after everything that it speaks of exists."""

    dependencies = [("models", "0070_register_law")]
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
        ops.RemoveConstraint(model_name="FormAnswer", name="form_answer_about"),
        ops.AddConstraint(
            model_name="FormAnswer",
            constraint=CheckConstraint(
                check="client_id IS NOT NULL OR (referral_id IS NOT NULL AND state IN"
                " ('REFERRAL_DRAFT', 'REFERRAL_SENT', 'REFERRAL_ASKED', 'REFERRAL_CLOSED'))",
                name="form_answer_about",
            ),
        ),
        ops.RunSQL(ASKED, reverse_sql=SENT),
        ops.RunSQL("SELECT 1", reverse_sql=FORGOTTEN),
    ]
