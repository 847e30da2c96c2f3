"""Saved views: what a list is asked for, kept by who made it."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from orjson import loads
from tortoise.fields.base import OnDelete
from tortoise.fields.data import JSON_DUMPS
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0200_bills_agreed_days')]

    initial = False
    expands = True

    operations = [
        ops.CreateModel(
            name='SavedView',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('name', fields.CharField(max_length=200)),
                ('about', fields.CharField(max_length=60)),
                ('conditions', fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ('order_by', fields.CharField(null=True, max_length=80)),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', null=True, db_constraint=True, to_field='id', related_name='saved_views', on_delete=OnDelete.RESTRICT)),
            ],
            options={'table': 'saved_view', 'app': 'models', 'indexes': [Index(fields=['created_by', 'name', 'id'], name='saved_view_author_order'), Index(fields=['unit_id', 'name', 'id'], name='saved_view_unit_order'), Index(fields=['modified_at', 'id'], name='saved_view_modified'), Index(fields=['name', 'id'], name='saved_view_order'), Index(fields=['unit_id', 'modified_at', 'id'], name='saved_view_unit_modified'), Index(fields=['unit_id', 'id'], name='saved_view_unit')], 'pk_attr': 'id', 'table_description': 'What a list of one type is asked for. `unit` is whom it is shared with, while it is.'},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='SavedView',
            constraint=CheckConstraint(check="state IN ('PRIVATE', 'SHARED', 'RETIRED')", name='saved_view_state'),
        ),
        ops.AddConstraint(
            model_name='SavedView',
            constraint=CheckConstraint(check="state <> 'SHARED' OR unit_id IS NOT NULL", name='saved_view_shared'),
        ),
    ]
