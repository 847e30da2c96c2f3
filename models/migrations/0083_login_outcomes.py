"""Log-in events of the second factor and of a changed password."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0082_second_factor')]

    initial = False

    operations = [
        ops.RemoveConstraint(
            model_name='LoginEvent',
            name='login_event_outcome',
            fields=None,
        ),
        ops.AddConstraint(
            model_name='LoginEvent',
            constraint=CheckConstraint(check="outcome IN ('LOGGED_IN', 'LOGGED_OUT', 'LOGGED_OUT_BY_PROVIDER', 'REFUSED', 'NO_ACCOUNT', 'DISABLED', 'UNDERTAKING_ACCEPTED', 'PASSWORD_REFUSED', 'THROTTLED', 'INVITATION_ACCEPTED', 'INVITATION_REFUSED', 'PASSWORD_CHANGED', 'SECOND_FACTOR_ENROLLED', 'SECOND_FACTOR_REFUSED', 'RECOVERY_CODE_USED')", name='login_event_outcome'),
        ),
    ]
