"""Two clients with one identity code: the later one is held back until the privacy officer decides."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index, PartialIndex
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0110_looks')]

    initial = False

    operations = [
        ops.CreateModel(
            name='IdentityMatch',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('client_id', fields.UUIDField()),
                ('earlier_id', fields.UUIDField()),
                ('noticed_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'identity_match', 'app': 'models', 'indexes': [Index(fields=['earlier_id'], name='identity_match_earlier')], 'pk_attr': 'id', 'table_description': 'A client whose identity code an earlier client has too. It is erased with either of them.'},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='IdentityMatch',
            constraint=UniqueConstraint(fields=('client_id',), name='identity_match_waiting', condition="state = 'WAITING'"),
        ),
        ops.AddConstraint(
            model_name='IdentityMatch',
            constraint=CheckConstraint(check="state IN ('WAITING', 'SAME', 'DISTINCT', 'CORRECTED')", name='identity_match_state'),
        ),
        ops.RemoveConstraint(
            model_name='Client',
            name='client_personal_identity_code',
            fields=None,
        ),
        # AddField gives rows that are there no default: the column is filled before it must not be empty.
        ops.AddField(
            model_name='Client',
            name='identity_held',
            field=fields.BooleanField(null=True),
        ),
        ops.RunSQL("UPDATE client SET identity_held = FALSE", reverse_sql="SELECT 1"),
        ops.AlterField(
            model_name='Client',
            name='identity_held',
            field=fields.BooleanField(default=False),
        ),
        ops.AddIndex(
            model_name='Client',
            index=PartialIndex(fields=['identity_index'], name='client_identity_held', condition={'identity_held': True}),
        ),
        ops.AddConstraint(
            model_name='Client',
            constraint=UniqueConstraint(fields=('identity_index',), name='client_personal_identity_code', condition='NOT identity_held'),
        ),
    ]
