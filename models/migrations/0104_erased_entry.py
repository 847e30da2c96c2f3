"""What an erasure removed of history and versions, so that their seals are known to seal nothing now."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.migrations.constraints import UniqueConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0103_index_keys')]

    initial = False

    operations = [
        ops.CreateModel(
            name='ErasedEntry',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('log', fields.CharField(max_length=32)),
                ('entry', fields.CharField(max_length=36)),
                ('object_id', fields.UUIDField()),
                ('subject', fields.UUIDField()),
                ('purge_id', fields.UUIDField(null=True)),
            ],
            options={'table': 'erased_entry', 'app': 'models', 'pk_attr': 'id', 'table_description': 'An entry of history or of the versions that an erasure removed, so that its seal is known to seal nothing now.'},
            bases=['Model'],
        ),
        ops.AddConstraint(
            model_name='ErasedEntry',
            constraint=UniqueConstraint(fields=('log', 'entry'), name='erased_entry_once'),
        ),
    ]
