"""The keys that the database knows, how far a change of key has come, and a second index of identity codes."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0092_identity_match')]

    initial = False

    operations = [
        ops.CreateModel(
            name='KeyMove',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('place', fields.CharField(max_length=60)),
                ('target', fields.CharField(max_length=60)),
                ('moved_up_to', fields.CharField(null=True, max_length=40)),
                ('moved', fields.BigIntField(default=0)),
                ('started_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('finished_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'key_move', 'app': 'models', 'pk_attr': 'id', 'table_description': 'How far the rows of one place were moved to a key: everything up to the id `moved_up_to` is done.'},
            bases=['Model'],
        ),
        ops.AddConstraint(
            model_name='KeyMove',
            constraint=UniqueConstraint(fields=('place', 'target'), name='key_move_once'),
        ),
        ops.CreateModel(
            name='KeyVersion',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('kind', fields.CharField(max_length=12)),
                ('number', fields.IntField()),
                ('fingerprint', fields.BinaryField()),
                ('introduced_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('is_required', fields.BooleanField(default=False)),
                ('public_key', fields.CharField(null=True, max_length=64)),
                ('endorsement', fields.TextField(null=True, unique=False)),
                ('retired_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'key_version', 'app': 'models', 'pk_attr': 'id', 'table_description': 'A key that was in use when `rotate-keys` ran. Only the role that owns the tables writes it.'},
            bases=['Model'],
        ),
        ops.AddConstraint(
            model_name='KeyVersion',
            constraint=UniqueConstraint(fields=('kind', 'number'), name='key_version_once'),
        ),
        ops.AddConstraint(
            model_name='KeyVersion',
            constraint=CheckConstraint(check="kind IN ('field', 'index', 'cursor', 'session', 'log')", name='key_version_kind'),
        ),
        ops.AddConstraint(
            model_name='KeyVersion',
            constraint=CheckConstraint(check='NOT is_required OR retired_at IS NULL', name='key_version_required'),
        ),
        ops.AddField(
            model_name='Client',
            name='identity_index_even',
            field=fields.BinaryField(null=True),
        ),
        ops.AddConstraint(
            model_name='Client',
            constraint=UniqueConstraint(fields=('identity_index_even',), name='client_personal_identity_code_even', condition='NOT identity_held'),
        ),
        ops.AddField(
            model_name='Referral',
            name='identity_index_even',
            field=fields.BinaryField(null=True),
        ),
        ops.AddIndex(
            model_name='Referral',
            index=Index(fields=['identity_index_even'], name='referral_personal_identity_code_even'),
        ),
    ]
