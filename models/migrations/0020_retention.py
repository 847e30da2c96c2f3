"""Holds, purges, the list of erasures, and what stays; the holds of relationships become content."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from orjson import loads
from tortoise.fields.base import OnDelete
from tortoise.fields.data import JSON_DUMPS
from uuid import uuid4
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

# AddField gives rows that are there no default: the column is filled before it must not be empty.
CARRIED_OVER = """
UPDATE register SET passive_after_months = 12;
INSERT INTO legal_hold (id, state, revision, provenance, created_at, created_by, modified_at, modified_by, client_id,
  unit_id, reason, grounds, holder, starts_on)
SELECT uuidv7(), 'IN_FORCE', 1, 'OWN', now(), r.modified_by, now(), r.modified_by, r.client_id, r.unit_id, 'OTHER', hold,
  o.name, coalesce(r.ended_on, r.started_on)
FROM relationship r JOIN unit u ON u.id = r.unit_id JOIN organisation o ON o.id = u.organisation_id,
  unnest(r.legal_holds) AS hold;
UPDATE relationship SET state = 'RETAINED' WHERE state = 'ERASED';
"""


class Migration(migrations.Migration):
    dependencies = [('models', '0011_ground_constraints')]

    initial = False

    operations = [
        ops.CreateModel(
            name='Erasure',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('number', fields.BigIntField()),
                ('noun', fields.CharField(max_length=32)),
                ('object_id', fields.UUIDField()),
                ('purge_id', fields.UUIDField(null=True)),
                ('what', fields.CharField(max_length=8)),
                ('at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'erasure', 'app': 'models', 'constraints': [UniqueConstraint(fields=('number',), name='erasure_number'), CheckConstraint(check="what IN ('ERASED', 'KEPT')", name='erasure_what')], 'indexes': [Index(fields=['object_id'], name='erasure_object')], 'pk_attr': 'id', 'table_description': 'A line of the list of erasures (models/erasure_list.py), written in the transaction that erased: only added to.'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='InvoiceRow',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='invoice_rows', on_delete=OnDelete.RESTRICT)),
                ('pseudonym', fields.CharField(max_length=32)),
                ('payer', fields.CharField(null=True, max_length=200)),
                ('price_cents', fields.IntField(null=True)),
                ('starts_on', fields.DateField()),
                ('ends_on', fields.DateField()),
                ('billable_days', fields.IntField()),
            ],
            options={'table': 'invoice_row', 'app': 'models', 'indexes': [Index(fields=['starts_on', 'id'], name='invoice_row_order')], 'pk_attr': 'id', 'table_description': "What the books need of an erased person's contract. `pseudonym` is random and ties the rows of one person together."},
            bases=['Content'],
        ),
        ops.CreateModel(
            name='LegalHold',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('client', fields.ForeignKeyField('models.Client', source_field='client_id', db_constraint=True, to_field='id', related_name='legal_holds', on_delete=OnDelete.RESTRICT)),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='legal_holds', on_delete=OnDelete.RESTRICT)),
                ('reason', fields.CharField(max_length=40)),
                ('grounds', fields.TextField(null=True, unique=False)),
                ('holder', fields.CharField(max_length=200)),
                ('starts_on', fields.DateField()),
                ('ends_on', fields.DateField(null=True)),
            ],
            options={'table': 'legal_hold', 'app': 'models', 'constraints': [CheckConstraint(check='ends_on >= starts_on', name='legal_hold_period')], 'indexes': [Index(fields=['client_id', 'id'], name='legal_hold_client'), Index(fields=['unit_id', 'id'], name='legal_hold_unit_order')], 'pk_attr': 'id', 'table_description': "Why a client's data may not be deleted from `starts_on` to the last day `ends_on`; several may stand at once."},
            bases=['Content'],
        ),
        ops.CreateModel(
            name='Purge',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('kind', fields.CharField(max_length=12)),
                ('register', fields.ForeignKeyField('models.Register', source_field='register_id', null=True, db_constraint=True, to_field='id', related_name='purges', on_delete=OnDelete.RESTRICT)),
                ('person_id', fields.UUIDField(null=True)),
                ('basis', fields.CharField(max_length=40)),
                ('judged_on', fields.DateField()),
                ('proposed_by_name', fields.CharField(max_length=200)),
                ('approved_by', fields.UUIDField(null=True)),
                ('approved_by_name', fields.CharField(null=True, max_length=200)),
                ('approved_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('confirmed_by', fields.UUIDField(null=True)),
                ('confirmed_by_name', fields.CharField(null=True, max_length=200)),
                ('confirmed_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('done_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('counts', fields.JSONField(default=list, encoder=JSON_DUMPS, decoder=loads)),
                ('digest', fields.CharField(null=True, max_length=64)),
                ('certificate', fields.TextField(null=True, unique=False)),
            ],
            options={'table': 'purge', 'app': 'models', 'constraints': [CheckConstraint(check="kind IN ('DUE', 'PERSON', 'REFERRALS')", name='purge_kind'), CheckConstraint(check="kind = 'PERSON' OR person_id IS NULL", name='purge_person'), CheckConstraint(check='approved_by <> confirmed_by', name='purge_two_people')], 'pk_attr': 'id', 'table_description': 'A deletion that two people decide on. `person_id` is set for PERSON alone and is no reference: the id outlives it.'},
            bases=['Content'],
        ),
        ops.CreateModel(
            name='PurgeItem',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('purge', fields.ForeignKeyField('models.Purge', source_field='purge_id', db_constraint=True, to_field='id', related_name='items', on_delete=OnDelete.RESTRICT)),
                ('target_noun', fields.CharField(max_length=32)),
                ('target_id', fields.UUIDField()),
                ('target', fields.CharField(max_length=80)),
                ('due_on', fields.DateField(null=True)),
                ('obstacle', fields.CharField(null=True, max_length=24)),
                ('decided_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('counts', fields.JSONField(default=list, encoder=JSON_DUMPS, decoder=loads)),
            ],
            options={'table': 'purge_item', 'app': 'models', 'constraints': [UniqueConstraint(fields=('purge_id', 'target_id'), name='purge_item_once'), CheckConstraint(check="obstacle IN ('LEGAL_HOLD', 'OPEN_RELATIONSHIP', 'NOT_DUE', 'RESTRICTED', 'GONE', 'REFERENCED')", name='purge_item_obstacle')], 'indexes': [Index(fields=['purge_id', 'state', 'id'], name='purge_item_order')], 'pk_attr': 'id', 'table_description': 'One client, or one referral that never started, by noun and id. `counts` is a list of {type, rows}.'},
            bases=['Content'],
        ),
        ops.CreateModel(
            name='StatisticRow',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True)),
                ('year', fields.IntField()),
                ('unit_id', fields.UUIDField()),
                ('service_code', fields.CharField(null=True, max_length=40)),
                ('months', fields.IntField()),
                ('end_reason', fields.CharField(null=True, max_length=40)),
                ('days', fields.JSONField(default=dict, encoder=JSON_DUMPS, decoder=loads)),
            ],
            options={'table': 'statistic_row', 'app': 'models', 'indexes': [Index(fields=['year', 'unit_id', 'service_code'], name='statistic_row_group')], 'pk_attr': 'id', 'table_description': 'One programme of an erased person, as statistics keep it: shown in groups only (rule R19).'},
            bases=['Model'],
        ),
        ops.AddIndex(
            model_name='History',
            index=Index(fields=['actor'], name='history_actor'),
        ),
        ops.AddField(model_name='Register', name='passive_after_months', field=fields.IntField(null=True)),
        ops.RunSQL(CARRIED_OVER, reverse_sql='SELECT 1'),
        ops.AlterField(model_name='Register', name='passive_after_months', field=fields.IntField(default=12)),
        ops.RemoveField(model_name='Relationship', name='legal_holds'),
    ]
