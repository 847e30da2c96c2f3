"""Coaching groups, and who is in them."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0198_figures_never_change')]

    initial = False
    expands = True

    operations = [
        ops.CreateModel(
            name='CoachingGroup',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='coaching_groups', on_delete=OnDelete.RESTRICT)),
                ('name', fields.CharField(max_length=200)),
                ('coach', fields.ForeignKeyField('models.StaffMember', source_field='coach_id', db_constraint=True, to_field='id', related_name='coaching_groups', on_delete=OnDelete.RESTRICT)),
                ('second_coach', fields.ForeignKeyField('models.StaffMember', source_field='second_coach_id', null=True, db_constraint=True, to_field='id', related_name='assisted_groups', on_delete=OnDelete.RESTRICT)),
            ],
            options={'table': 'coaching_group', 'app': 'models', 'indexes': [Index(fields=['name', 'id'], name='coaching_group_order'), Index(fields=['unit_id', 'name', 'id'], name='coaching_group_unit_order')], 'pk_attr': 'id', 'table_description': 'A group of a unit. It is about nobody: who is in it stands in rows of their own.'},
            bases=['Content'],
        ),
        ops.CreateModel(
            name='GroupMember',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('coaching_group', fields.ForeignKeyField('models.CoachingGroup', source_field='coaching_group_id', db_constraint=True, to_field='id', related_name='members', on_delete=OnDelete.RESTRICT)),
                ('client', fields.ForeignKeyField('models.Client', source_field='client_id', db_constraint=True, to_field='id', related_name='group_members', on_delete=OnDelete.RESTRICT)),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='group_members', on_delete=OnDelete.RESTRICT)),
                ('starts_on', fields.DateField()),
                ('ends_before', fields.DateField(null=True)),
            ],
            options={'table': 'group_member', 'app': 'models', 'indexes': [Index(fields=['modified_at', 'id'], name='group_member_modified'), Index(fields=['unit_id', 'modified_at', 'id'], name='group_member_unit_modified'), Index(fields=['unit_id', 'id'], name='group_member_unit_order'), Index(fields=['client_id', 'id'], name='group_member_client'), Index(fields=['coaching_group_id', 'client_id'], name='group_member_group')], 'pk_attr': 'id', 'table_description': 'A client in a group in [starts_on, ends_before).'},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='CoachingGroup',
            constraint=CheckConstraint(check="state IN ('ACTIVE', 'ENDED')", name='coaching_group_state'),
        ),
        ops.AddConstraint(
            model_name='GroupMember',
            constraint=CheckConstraint(check="state IN ('VALID', 'ENDED')", name='group_member_state'),
        ),
        ops.AddConstraint(
            model_name='GroupMember',
            constraint=CheckConstraint(check='ends_before >= starts_on', name='group_member_period'),
        ),
    ]
