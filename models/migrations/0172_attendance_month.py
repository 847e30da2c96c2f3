"""
Months of units, each closed as a whole.

A month of which all days are locked already becomes LOCKED; any other is OPEN, and what was locked in it stays locked.
"""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

FORWARD = """
WITH begun AS (
  INSERT INTO attendance_month
    (id, unit_id, month, state, locked_at, revision, provenance, created_at, created_by, modified_at, modified_by)
  SELECT uuidv7(), d.unit_id, d.month, CASE WHEN d.is_locked THEN 'LOCKED' ELSE 'OPEN' END,
    CASE WHEN d.is_locked THEN now() END, 1, 'OWN', now(), '00000000-0000-0000-0000-000000000000', now(),
    '00000000-0000-0000-0000-000000000000'
  FROM (
    SELECT coalesce(a.accounting_unit_id, a.unit_id) AS unit_id, date_trunc('month', a.day)::date AS month,
      bool_and(a.state = 'LOCKED') AS is_locked
    FROM attendance a WHERE a.day <= now()::date GROUP BY 1, 2
  ) d
  RETURNING *
), stored AS (
  INSERT INTO version (noun, object_id, revision, at, stored)
  SELECT 'attendance_month', b.id, 1, b.created_at, to_jsonb(b) || jsonb_build_object(
    'id', encode(uuid_send(b.id), 'hex'), 'unit_id', encode(uuid_send(b.unit_id), 'hex'),
    'created_by', repeat('0', 32), 'modified_by', repeat('0', 32)) FROM begun b
)
INSERT INTO history (noun, object_id, revision, at, actor, actor_name, action, changes)
SELECT 'attendance_month', b.id, 1, b.created_at, '00000000-0000-0000-0000-000000000000', 'Polku', 'CREATE',
  jsonb_build_object('unitId', jsonb_build_object('before', NULL, 'after', encode(uuid_send(b.unit_id), 'hex')),
    'month', jsonb_build_object('before', NULL, 'after', b.month)) FROM begun b
"""


class Migration(migrations.Migration):
    dependencies = [('models', '0165_transaction_of_events')]

    initial = False
    expands = True

    operations = [
        ops.CreateModel(
            name='AttendanceMonth',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='attendance_months', on_delete=OnDelete.RESTRICT)),
                ('month', fields.DateField()),
                ('locked_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'attendance_month', 'app': 'models', 'indexes': [Index(fields=['month', 'id'], name='attendance_month_order')], 'pk_attr': 'id', 'table_description': "A month of a unit; `month` is its first day. The days of it are those that count for the unit's account."},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='AttendanceMonth',
            constraint=CheckConstraint(check="state IN ('OPEN', 'CONFIRMED', 'LOCKED', 'REOPENED')", name='attendance_month_state'),
        ),
        ops.AddConstraint(
            model_name='AttendanceMonth',
            constraint=UniqueConstraint(fields=('unit_id', 'month'), name='attendance_month_once'),
        ),
        ops.AddConstraint(
            model_name='AttendanceMonth',
            constraint=CheckConstraint(check='extract(day FROM month) = 1', name='attendance_month_first_day'),
        ),
        ops.RunSQL(FORWARD, reverse_sql="SELECT 1"),
    ]
