"""Who handles data for a controller is content, and stands in the notice as it was when that was published."""

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
    dependencies = [('models', '0146_papers_and_tellings')]

    initial = False
    expands = True

    operations = [
        ops.CreateModel(
            name='Processor',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('register', fields.ForeignKeyField('models.Register', source_field='register_id', db_constraint=True, to_field='id', related_name='processors', on_delete=OnDelete.RESTRICT)),
                ('name', fields.CharField(max_length=200)),
                ('business_id', fields.CharField(null=True, max_length=9)),
                ('country', fields.CharField(max_length=2)),
                ('task_fi', fields.CharField(max_length=300)),
                ('task_sv', fields.CharField(max_length=300)),
                ('task_en', fields.CharField(max_length=300)),
                ('agreement', fields.CharField(max_length=300)),
                ('agreed_on', fields.DateField()),
                ('transfer_ground', fields.CharField(null=True, max_length=500)),
            ],
            options={'table': 'processor', 'app': 'models', 'indexes': [Index(fields=['register_id', 'id'], name='processor_register')], 'pk_attr': 'id', 'table_description': '`transfer_ground` says on what ground data may go outside the European Economic Area; inside it there is none.'},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='Processor',
            constraint=CheckConstraint(check="state IN ('ACTIVE', 'RETIRED')", name='processor_state'),
        ),
        ops.AddConstraint(
            model_name='Processor',
            constraint=UniqueConstraint(fields=('register_id', 'name'), name='processor_name'),
        ),
        # What there is names nobody yet; so does what the code of before adds meanwhile.
        ops.AddField(model_name='PrivacyNotice', name='processors', field=fields.JSONField(null=True, default=list, encoder=JSON_DUMPS, decoder=loads)),
        ops.RunSQL(
            "ALTER TABLE privacy_notice ALTER COLUMN processors SET DEFAULT '[]'; UPDATE privacy_notice SET processors = '[]'",
            "ALTER TABLE privacy_notice ALTER COLUMN processors DROP DEFAULT",
        ),
        ops.AlterField(model_name='PrivacyNotice', name='processors', field=fields.JSONField(default=list, encoder=JSON_DUMPS, decoder=loads)),
    ]
