from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0041_constraints_of_data_requests')]

    initial = False

    operations = [
        ops.CreateModel(
            name='Anomaly',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('kind', fields.CharField(max_length=20)),
                ('account_id', fields.UUIDField()),
                ('staff_member', fields.ForeignKeyField('models.StaffMember', source_field='staff_member_id', db_constraint=True, to_field='id', related_name='anomalies', on_delete=OnDelete.RESTRICT)),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='anomalies', on_delete=OnDelete.RESTRICT)),
                ('starts_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('ends_before', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('looks', fields.IntField()),
                ('count', fields.IntField()),
                ('threshold', fields.IntField()),
                ('first_entry', fields.BigIntField()),
                ('last_entry', fields.BigIntField()),
            ],
            options={'table': 'anomaly', 'app': 'models', 'constraints': [CheckConstraint(check="kind IN ('OUTSIDE_CASELOAD', 'BULK', 'IDENTITY_SEARCH', 'NIGHT')", name='anomaly_kind'), CheckConstraint(check='ends_before > starts_at', name='anomaly_period'), CheckConstraint(check='first_entry <= last_entry', name='anomaly_entries'), UniqueConstraint(fields=('account_id', 'kind', 'starts_at'), name='anomaly_once')], 'indexes': [Index(fields=['unit_id', 'state'], name='anomaly_unit')], 'pk_attr': 'id'},
            bases=['Content'],
        ),
        ops.CreateModel(
            name='AnomalyDay',
            fields=[
                ('day', fields.DateField(primary_key=True, unique=True, db_index=True)),
                ('found', fields.IntField()),
                ('at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'anomaly_day', 'app': 'models', 'pk_attr': 'day', 'table_description': 'A day of the log, from six to six, that was gone through: no day twice.'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='LogBlock',
            fields=[
                ('number', fields.BigIntField(primary_key=True, generated=False, unique=True, db_index=True)),
                ('first_position', fields.BigIntField()),
                ('last_position', fields.BigIntField()),
                ('entries', fields.IntField()),
                ('previous', fields.BinaryField()),
                ('hash', fields.BinaryField()),
                ('closed_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('life', fields.CharField(max_length=20)),
                ('horizon', fields.BigIntField()),
                ('settled', fields.BooleanField()),
            ],
            options={'table': 'log_block', 'app': 'models', 'constraints': [UniqueConstraint(fields=('previous',), name='log_block_previous'), CheckConstraint(check='entries = last_position - first_position + 1 AND entries > 0', name='log_block_entries')], 'pk_attr': 'number', 'table_description': 'A block as `models/chain.py` describes it. Only `seal_log_block` writes it: the application may not.'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='LogCheckpoint',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('block', fields.BigIntField()),
                ('entries', fields.BigIntField()),
                ('tip', fields.CharField(max_length=64)),
                ('signed_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('key_id', fields.CharField(max_length=10)),
                ('public_key', fields.CharField(max_length=64)),
                ('token', fields.TextField(unique=False)),
            ],
            options={'table': 'log_checkpoint', 'app': 'models', 'constraints': [UniqueConstraint(fields=('block',), name='log_checkpoint_block')], 'pk_attr': 'id', 'table_description': 'The tip of the chain at a moment, signed: whoever keeps one elsewhere notices a tail that went missing.'},
            bases=['Content'],
        ),
        ops.CreateModel(
            name='LogSeal',
            fields=[
                ('position', fields.BigIntField(primary_key=True, generated=False, unique=True, db_index=True)),
                ('block', fields.BigIntField()),
                ('log', fields.CharField(max_length=32)),
                ('entry', fields.CharField(max_length=36)),
                ('digest', fields.BinaryField()),
            ],
            options={'table': 'log_seal', 'app': 'models', 'constraints': [UniqueConstraint(fields=('log', 'entry'), name='log_seal_entry')], 'pk_attr': 'position', 'table_description': 'The seal of one entry: its place in the chain and the digest of what it said.'},
            bases=['Model'],
        ),
    ]
