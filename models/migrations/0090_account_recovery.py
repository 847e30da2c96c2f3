"""Who asked to let the holder of a role that two people grant in again, and when."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0085_session_assurance')]

    initial = False

    operations = [
        ops.AddField(
            model_name='Account',
            name='recovery_asked_at',
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name='Account',
            name='recovery_asked_by',
            field=fields.UUIDField(null=True),
        ),
        ops.AddConstraint(
            model_name='Account',
            constraint=CheckConstraint(check='(recovery_asked_by IS NULL) = (recovery_asked_at IS NULL)', name='account_recovery_asked'),
        ),
    ]
