"""Who pays the benefit of a client, by periods that do not overlap."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

FORWARD = """
ALTER TABLE benefit_payer ADD CONSTRAINT benefit_payer_period EXCLUDE USING gist
  (client_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE (state = 'VALID')
"""


class Migration(migrations.Migration):
    dependencies = [('models', '0174_reports')]

    initial = False
    expands = True

    operations = [
        ops.CreateModel(
            name='BenefitPayer',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('client', fields.ForeignKeyField('models.Client', source_field='client_id', db_constraint=True, to_field='id', related_name='benefit_payers', on_delete=OnDelete.RESTRICT)),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='benefit_payers', on_delete=OnDelete.RESTRICT)),
                ('payer', fields.ForeignKeyField('models.Agency', source_field='payer_id', db_constraint=True, to_field='id', related_name='benefit_payers', on_delete=OnDelete.RESTRICT)),
                ('starts_on', fields.DateField()),
                ('ends_on', fields.DateField(null=True)),
            ],
            options={'table': 'benefit_payer', 'app': 'models', 'indexes': [Index(fields=['modified_at', 'id'], name='benefit_payer_modified'), Index(fields=['unit_id', 'id'], name='benefit_payer_unit_order_page'), Index(fields=['unit_id', 'modified_at', 'id'], name='benefit_payer_unit_modified'), Index(fields=['unit_id', 'starts_on', 'id'], name='benefit_payer_unit_order'), Index(fields=['client_id', 'starts_on', 'id'], name='benefit_payer_client_order'), Index(fields=['starts_on', 'id'], name='benefit_payer_order')], 'pk_attr': 'id', 'table_description': '`payer` pays the benefit from `starts_on` to `ends_on`, both included; without an end until further notice.'},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='BenefitPayer',
            constraint=CheckConstraint(check="state IN ('VALID', 'CANCELLED')", name='benefit_payer_state'),
        ),
        ops.AddConstraint(
            model_name='BenefitPayer',
            constraint=CheckConstraint(check='ends_on >= starts_on', name='benefit_payer_days'),
        ),
        ops.RunSQL(FORWARD, reverse_sql="ALTER TABLE benefit_payer DROP CONSTRAINT benefit_payer_period"),
    ]
