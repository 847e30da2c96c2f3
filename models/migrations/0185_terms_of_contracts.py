"""The terms of contracts are a text that people agree to; on the way back those texts go, as nobody knows them there."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.migrations.constraints import CheckConstraint

_FORGET = """
DELETE FROM agreement_text WHERE kind = 'CONTRACT';
DELETE FROM reference_seed WHERE noun = 'agreement_text' AND natural_key = 'CONTRACT';
"""


class Migration(migrations.Migration):
    dependencies = [('models', '0177_billing')]

    initial = False
    expands = True

    operations = [
        ops.RemoveConstraint(
            model_name="AgreementText",
            name="agreement_text_kind",
            fields=None,
        ),
        ops.RunSQL("SELECT 1", reverse_sql=_FORGET),
        ops.AddConstraint(
            model_name="AgreementText",
            constraint=CheckConstraint(check="kind IN ('UNDERTAKING', 'CONSENT', 'CONTRACT')", name="agreement_text_kind"),
        ),
    ]
