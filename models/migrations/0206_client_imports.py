"""Imports of clients that are asked for in the service, with the lines that were refused."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.fields.base import OnDelete
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0205_forms_of_referrals')]

    initial = False
    expands = True

    operations = [
        ops.CreateModel(
            name='ClientImport',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='client_imports', on_delete=OnDelete.RESTRICT)),
                ('sheet', fields.CharField(null=True, max_length=200)),
                ('encoding', fields.CharField(null=True, max_length=40)),
                ('nobody_is_restricted', fields.BooleanField(default=False)),
                ('distinct_lines', fields.TextField(null=True, unique=False)),
                ('mapping', fields.TextField(null=True, unique=False)),
                ('asked_by', fields.UUIDField(null=True)),
                ('asked_by_name', fields.CharField(null=True, max_length=200)),
                ('asked_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('checked_digest', fields.CharField(null=True, max_length=64)),
                ('lines_expected', fields.IntField(null=True)),
                ('lines_read', fields.IntField(null=True)),
                ('written', fields.IntField(null=True)),
                ('unchanged', fields.IntField(null=True)),
                ('refused', fields.IntField(null=True)),
                ('notes', ArrayField(default=list, element_type='TEXT')),
                ('refusal', fields.CharField(null=True, max_length=40)),
                ('refusal_line', fields.IntField(null=True)),
                ('refusal_names', ArrayField(default=list, element_type='TEXT')),
                ('ended_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'client_import', 'app': 'models', 'indexes': [Index(fields=['modified_at', 'id'], name='client_import_modified'), Index(fields=['created_by', 'id'], name='client_import_author'), Index(fields=['unit_id', 'modified_at', 'id'], name='client_import_unit_modified'), Index(fields=['unit_id', 'id'], name='client_import_unit_order'), Index(fields=['state', 'asked_at', 'id'], name='client_import_waiting')], 'pk_attr': 'id', 'table_description': 'A file of clients of one unit. The file is an attachment, which is gone when the import has ended.'},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='ClientImport',
            constraint=CheckConstraint(check="state IN ('NEW', 'CHECKING', 'CHECKED', 'RUNNING', 'REFUSED', 'DONE', 'DISCARDED')", name='client_import_state'),
        ),
        ops.AddConstraint(
            model_name='ClientImport',
            constraint=CheckConstraint(check="(state = 'REFUSED') = (refusal IS NOT NULL)", name='client_import_refusal'),
        ),
        ops.AddConstraint(
            model_name='ClientImport',
            constraint=CheckConstraint(check="state NOT IN ('CHECKED', 'DONE') OR lines_read = written + unchanged + refused", name='client_import_lines'),
        ),
        ops.AddConstraint(
            model_name='ClientImport',
            constraint=CheckConstraint(check="(state IN ('DONE', 'DISCARDED')) = (ended_at IS NOT NULL)", name='client_import_ended'),
        ),
        ops.CreateModel(
            name='ImportRefusal',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('client_import', fields.ForeignKeyField('models.ClientImport', source_field='client_import_id', db_constraint=True, to_field='id', related_name='refusals', on_delete=OnDelete.CASCADE)),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='import_refusals', on_delete=OnDelete.RESTRICT)),
                ('line', fields.IntField()),
                ('field', fields.CharField(null=True, max_length=60)),
                ('code', fields.CharField(max_length=60)),
                ('reason', fields.CharField(max_length=500)),
            ],
            options={'table': 'import_refusal', 'app': 'models', 'indexes': [Index(fields=['client_import_id', 'line', 'id'], name='import_refusal_import'), Index(fields=['line', 'id'], name='import_refusal_order'), Index(fields=['modified_at', 'id'], name='import_refusal_modified'), Index(fields=['unit_id', 'line', 'id'], name='import_refusal_unit_order'), Index(fields=['unit_id', 'modified_at', 'id'], name='import_refusal_unit_modified'), Index(fields=['unit_id', 'id'], name='import_refusal_unit')], 'pk_attr': 'id', 'table_description': 'Why a line of a file was or would be refused; of a line with several faults there are several.'},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='ImportRefusal',
            constraint=CheckConstraint(check="state = 'REPORTED'", name='import_refusal_state'),
        ),
        ops.AddField(
            model_name='ImportRow',
            name='import_id',
            field=fields.UUIDField(null=True),
        ),
    ]
