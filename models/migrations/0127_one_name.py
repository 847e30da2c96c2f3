"""A person may have one name: the last one. First names are no longer asked of everybody."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields

class Migration(migrations.Migration):
    dependencies = [('models', '0126_days_to_confirm')]

    initial = False
    expands = True

    operations = [
        ops.AlterField(
            model_name='Client',
            name='first_names',
            field=fields.CharField(null=True, max_length=100),
        ),
        ops.AlterField(
            model_name='Official',
            name='first_name',
            field=fields.CharField(null=True, max_length=100),
        ),
        ops.AlterField(
            model_name='Referral',
            name='first_names',
            field=fields.CharField(null=True, max_length=100),
        ),
        ops.AlterField(
            model_name='StaffMember',
            name='first_name',
            field=fields.CharField(null=True, max_length=100),
        ),
    ]
