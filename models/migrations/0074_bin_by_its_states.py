from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.migrations.constraints import UniqueConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0073_maximum_and_minimum')]

    initial = False

    operations = [
        ops.RemoveConstraint(
            model_name='BinItem',
            name='bin_item_content',
            fields=None,
        ),
        ops.AddConstraint(
            model_name='BinItem',
            constraint=UniqueConstraint(fields=('content_id',), name='bin_item_content', condition="state IN ('TEAM', 'AGENCY', 'OFFICE', 'OWN')"),
        ),
    ]
