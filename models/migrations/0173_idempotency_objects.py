"""A command about several objects remembers all of them under its key."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import UniqueConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0172_attendance_month')]

    initial = False
    expands = True

    operations = [
        ops.CreateModel(
            name='IdempotencyObject',
            fields=[
                ('key', fields.ForeignKeyField('models.IdempotencyKey', source_field='key_id', db_constraint=True, to_field='id', related_name='objects', on_delete=OnDelete.CASCADE)),
                ('object_id', fields.UUIDField()),
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
            ],
            options={'table': 'idempotency_object', 'app': 'models', 'indexes': [Index(fields=['key_id', 'id'], name='idempotency_object_key'), Index(fields=['object_id'], name='idempotency_object_of')], 'pk_attr': 'id', 'table_description': 'One of the objects of a command that was about several.'},
            bases=['Model'],
        ),
        ops.AlterModelOptions(
            name='IdempotencyKey',
            options={'table': 'idempotency_key', 'app': 'models', 'constraints': [UniqueConstraint(fields=('account', 'key'), name='idempotency_key_once')], 'pk_attr': 'id', 'table_description': 'A command that was carried out: another request with the same key returns the same object.'},
        ),
        ops.AlterField(
            model_name='IdempotencyKey',
            name='object_id',
            field=fields.UUIDField(null=True),
        ),
        ops.RunSQL("SELECT 1", reverse_sql="DELETE FROM idempotency_key WHERE object_id IS NULL"),
    ]
