"""What the payers of services are billed by: bases of months that are locked from now on, and their rows."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from orjson import loads
from tortoise.fields.base import OnDelete
from tortoise.fields.data import JSON_DUMPS
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0176_absence_reports')]

    initial = False
    expands = True

    operations = [
        ops.CreateModel(
            name='BillingBasis',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='billing_bases', on_delete=OnDelete.RESTRICT)),
                ('month', fields.DateField()),
                ('payer', fields.CharField(null=True, max_length=200)),
                ('day_count', fields.IntField(default=0)),
                ('minutes', fields.IntField(default=0)),
                ('adjusted_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'billing_basis', 'app': 'models', 'indexes': [Index(fields=['month', 'id'], name='billing_basis_order'), Index(fields=['unit_id', 'month', 'id'], name='billing_basis_unit_order')], 'pk_attr': 'id', 'table_description': "A payer's part of a unit's month; `month` is its first day, `payer` as the contracts name it, or NULL."},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='BillingBasis',
            constraint=CheckConstraint(check="state IN ('BUILT', 'ADJUSTED')", name='billing_basis_state'),
        ),
        ops.AddConstraint(
            model_name='BillingBasis',
            constraint=UniqueConstraint(fields=('unit_id', 'month', 'payer'), name='billing_basis_once', condition='payer IS NOT NULL'),
        ),
        ops.AddConstraint(
            model_name='BillingBasis',
            constraint=UniqueConstraint(fields=('unit_id', 'month'), name='billing_basis_unnamed', condition='payer IS NULL'),
        ),
        ops.AddConstraint(
            model_name='BillingBasis',
            constraint=CheckConstraint(check='extract(day FROM month) = 1', name='billing_basis_first_day'),
        ),
        ops.CreateModel(
            name='BillingRow',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('basis', fields.ForeignKeyField('models.BillingBasis', source_field='basis_id', db_constraint=True, to_field='id', related_name='rows', on_delete=OnDelete.RESTRICT)),
                ('client', fields.ForeignKeyField('models.Client', source_field='client_id', db_constraint=True, to_field='id', related_name='billing_rows', on_delete=OnDelete.RESTRICT)),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='billing_rows', on_delete=OnDelete.RESTRICT)),
                ('contract', fields.ForeignKeyField('models.Contract', source_field='contract_id', db_constraint=True, to_field='id', related_name='billing_rows', on_delete=OnDelete.RESTRICT)),
                ('number', fields.IntField()),
                ('kind', fields.CharField(max_length=12)),
                ('price_cents', fields.IntField(null=True)),
                ('days', fields.JSONField(default=list, encoder=JSON_DUMPS, decoder=loads)),
                ('day_count', fields.IntField()),
                ('minutes', fields.IntField()),
                ('reason', fields.TextField(null=True, unique=False)),
            ],
            options={'table': 'billing_row', 'app': 'models', 'indexes': [Index(fields=['modified_at', 'id'], name='billing_row_modified'), Index(fields=['unit_id', 'id'], name='billing_row_unit_order_page'), Index(fields=['unit_id', 'modified_at', 'id'], name='billing_row_unit_modified'), Index(fields=['basis_id', 'number', 'id'], name='billing_row_basis_order'), Index(fields=['client_id', 'id'], name='billing_row_client_order'), Index(fields=['contract_id', 'id'], name='billing_row_contract'), Index(fields=['number', 'id'], name='billing_row_order')], 'pk_attr': 'id', 'table_description': '`days` is a list of {day, count, minutes}, of which `day_count` and `minutes` are the sums; an adjustment may have'},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='BillingRow',
            constraint=CheckConstraint(check="state = 'BILLED'", name='billing_row_state'),
        ),
        ops.AddConstraint(
            model_name='BillingRow',
            constraint=CheckConstraint(check="kind IN ('BILLED', 'ADJUSTMENT')", name='billing_row_kind'),
        ),
        ops.AddConstraint(
            model_name='BillingRow',
            constraint=UniqueConstraint(fields=('basis_id', 'contract_id'), name='billing_row_once', condition="kind = 'BILLED'"),
        ),
        ops.AddConstraint(
            model_name='BillingRow',
            constraint=CheckConstraint(check="(kind = 'ADJUSTMENT') = (reason IS NOT NULL)", name='billing_row_reason'),
        ),
    ]
