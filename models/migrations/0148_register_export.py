"""Exports of whole registers that two people decide on."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0147_processors')]

    initial = False
    expands = True

    operations = [
        ops.CreateModel(
            name='RegisterExport',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('register', fields.ForeignKeyField('models.Register', source_field='register_id', db_constraint=True, to_field='id', related_name='exports', on_delete=OnDelete.RESTRICT)),
                ('receiver', fields.CharField(max_length=200)),
                ('basis', fields.CharField(max_length=500)),
                ('lines', fields.IntField(null=True)),
                ('digest', fields.CharField(null=True, max_length=64)),
                ('done_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'register_export', 'app': 'models', 'indexes': [Index(fields=['register_id', 'id'], name='register_export_register')], 'pk_attr': 'id', 'table_description': '`created_by` proposed it. `digest` is the SHA-256 of the file, by which the receiver knows that it is whole.'},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='RegisterExport',
            constraint=CheckConstraint(check="state IN ('PROPOSED', 'APPROVED', 'DONE', 'CANCELLED')", name='register_export_state'),
        ),
        ops.AddConstraint(
            model_name='RegisterExport',
            constraint=CheckConstraint(check="(state = 'DONE') = (done_at IS NOT NULL) AND (done_at IS NULL) = (digest IS NULL)", name='register_export_done'),
        ),
    ]
