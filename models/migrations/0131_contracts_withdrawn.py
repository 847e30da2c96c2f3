"""A contract that awaits signatures may be withdrawn."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0130_days_agree')]

    initial = False
    expands = True

    operations = [
        ops.RemoveConstraint(
            model_name='Contract',
            name='contract_state',
            fields=None,
        ),
        ops.AddConstraint(
            model_name='Contract',
            constraint=CheckConstraint(check="state IN ('DRAFT', 'AWAITING_SIGNATURES', 'ACTIVE', 'SUSPENDED', 'SUPERSEDED', 'ENDED', 'TERMINATED', 'WITHDRAWN')", name='contract_state'),
        ),
    ]
