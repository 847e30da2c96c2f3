from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.migrations.constraints import UniqueConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0076_accounts_are_content')]

    initial = False

    operations = [
        ops.CreateModel(
            name='ReferenceLoad',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('digest', fields.BinaryField()),
                ('loaded_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'reference_load', 'app': 'models', 'pk_attr': 'id', 'table_description': 'One version of the whole reference content that was loaded: `digest` is the SHA-256 of all of it.'},
            bases=['Model'],
        ),
        ops.AddConstraint(
            model_name='ReferenceLoad',
            constraint=UniqueConstraint(fields=('digest',), name='reference_load_digest'),
        ),
        ops.CreateModel(
            name='ReferenceSeed',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('noun', fields.CharField(max_length=32)),
                ('natural_key', fields.CharField(max_length=160)),
                ('digest', fields.BinaryField()),
                ('object_id', fields.UUIDField()),
                ('seeded_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'reference_seed', 'app': 'models', 'pk_attr': 'id', 'table_description': 'One object that came with the service, or was there before; `digest` is the SHA-256 of the values that came.'},
            bases=['Model'],
        ),
        ops.AddConstraint(
            model_name='ReferenceSeed',
            constraint=UniqueConstraint(fields=('noun', 'natural_key'), name='reference_seed_item'),
        ),
    ]
