"""The access of a client may be closed after the invitation was accepted."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0090_account_recovery')]

    initial = False

    operations = [
        ops.RemoveConstraint(
            model_name='ClientInvitation',
            name='client_invitation_accepted',
            fields=None,
        ),
        ops.AddConstraint(
            model_name='ClientInvitation',
            constraint=CheckConstraint(check="(state IN ('ACCEPTED', 'CLOSED')) = (accepted_at IS NOT NULL)", name='client_invitation_accepted'),
        ),
    ]
