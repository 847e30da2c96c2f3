"""Which OAuth client and which token or session looked: columns of the disclosure log."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields

class Migration(migrations.Migration):
    dependencies = [('models', '0118_identity_indexes')]

    initial = False

    operations = [
        ops.AddField(
            model_name='DisclosureLog',
            name='application',
            field=fields.CharField(null=True, max_length=200),
        ),
        ops.AddField(
            model_name='DisclosureLog',
            name='credential',
            field=fields.CharField(null=True, max_length=80),
        ),
    ]
