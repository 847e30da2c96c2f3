"""Reports on the coaching, delivered to the referring agency; until now a referral had the day of one alone."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0173_idempotency_objects')]

    initial = False
    expands = True

    operations = [
        ops.CreateModel(
            name='Report',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('relationship', fields.ForeignKeyField('models.Relationship', source_field='relationship_id', db_constraint=True, to_field='id', related_name='reports', on_delete=OnDelete.RESTRICT)),
                ('client', fields.ForeignKeyField('models.Client', source_field='client_id', db_constraint=True, to_field='id', related_name='reports', on_delete=OnDelete.RESTRICT)),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='reports', on_delete=OnDelete.RESTRICT)),
                ('referral', fields.ForeignKeyField('models.Referral', source_field='referral_id', null=True, db_constraint=True, to_field='id', related_name='reports', on_delete=OnDelete.RESTRICT)),
                ('kind', fields.CharField(max_length=8)),
                ('starts_on', fields.DateField()),
                ('ends_on', fields.DateField()),
                ('summary', fields.TextField(null=True, unique=False)),
                ('goals', fields.TextField(null=True, unique=False)),
                ('attendance', fields.TextField(null=True, unique=False)),
                ('recommendation', fields.TextField(null=True, unique=False)),
                ('client_view', fields.TextField(null=True, unique=False)),
                ('heard_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('approved_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('approved_by_name', fields.CharField(null=True, max_length=200)),
                ('delivered_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('digest', fields.CharField(null=True, max_length=64)),
            ],
            options={'table': 'report', 'app': 'models', 'indexes': [Index(fields=['modified_at', 'id'], name='report_modified'), Index(fields=['unit_id', 'id'], name='report_unit_order_page'), Index(fields=['unit_id', 'modified_at', 'id'], name='report_unit_modified'), Index(fields=['unit_id', 'ends_on', 'id'], name='report_unit_order'), Index(fields=['client_id', 'ends_on', 'id'], name='report_client_order'), Index(fields=['relationship_id', 'id'], name='report_relationship'), Index(fields=['referral_id', 'ends_on', 'id'], name='report_referral'), Index(fields=['ends_on', 'id'], name='report_order')], 'pk_attr': 'id', 'table_description': '`referral` is copied from the relationship; `digest` is the SHA-256 of what was delivered.'},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='Report',
            constraint=CheckConstraint(check="state IN ('DRAFT', 'AT_HEARING', 'HEARD', 'APPROVED', 'DELIVERED')", name='report_state'),
        ),
        ops.AddConstraint(
            model_name='Report',
            constraint=CheckConstraint(check="kind IN ('INTERIM', 'FINAL')", name='report_kind'),
        ),
        ops.AddConstraint(
            model_name='Report',
            constraint=CheckConstraint(check='ends_on >= starts_on', name='report_period'),
        ),
        ops.AddConstraint(
            model_name='Report',
            constraint=CheckConstraint(check="state <> 'DELIVERED' OR digest IS NOT NULL AND delivered_at IS NOT NULL", name='report_delivered'),
        ),
    ]
