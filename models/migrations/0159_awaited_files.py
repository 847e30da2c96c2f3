from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields

class Migration(migrations.Migration):
    dependencies = [('models', '0157_totals')]

    initial = False
    expands = True

    operations = [
        ops.AddField(
            model_name='Attachment',
            name='awaited_until',
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
    ]
