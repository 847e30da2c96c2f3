"""What a person is told of a data request is a letter; a request knows both of its due days."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0138_erasure_after_a_merge')]

    initial = False
    expands = True

    operations = [
        ops.CreateModel(
            name='RequestLetter',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('request', fields.ForeignKeyField('models.DataRequest', source_field='request_id', db_constraint=True, to_field='id', related_name='letters', on_delete=OnDelete.RESTRICT)),
                ('client', fields.ForeignKeyField('models.Client', source_field='client_id', db_constraint=True, to_field='id', related_name='request_letters', on_delete=OnDelete.RESTRICT)),
                ('occasion', fields.CharField(max_length=12)),
                ('language', fields.CharField(max_length=2)),
                ('text', fields.TextField(null=True, unique=False)),
                ('recipient', fields.TextField(null=True, unique=False)),
                ('told_how', fields.CharField(null=True, max_length=40)),
                ('told_on', fields.DateField(null=True)),
                ('told_by_name', fields.CharField(null=True, max_length=200)),
            ],
            options={'table': 'request_letter', 'app': 'models', 'indexes': [Index(fields=['modified_at', 'id'], name='request_letter_modified'), Index(fields=['request_id', 'id'], name='request_letter_request'), Index(fields=['client_id', 'id'], name='request_letter_client')], 'pk_attr': 'id', 'table_description': 'One thing that a person is told of a request; of the erased it keeps what it was about, when and how they were told.'},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='RequestLetter',
            constraint=CheckConstraint(check="state IN ('WAITING', 'TOLD', 'NOT_SENT', 'ERASED')", name='request_letter_state'),
        ),
        ops.AddConstraint(
            model_name='RequestLetter',
            constraint=CheckConstraint(check="occasion IN ('EXTENSION', 'LIFTING', 'ANSWER')", name='request_letter_occasion'),
        ),
        ops.AddConstraint(
            model_name='RequestLetter',
            constraint=CheckConstraint(check="language IN ('fi', 'sv', 'en')", name='request_letter_language'),
        ),
        ops.AddConstraint(
            model_name='RequestLetter',
            constraint=CheckConstraint(check="state <> 'TOLD' OR (told_on IS NOT NULL AND told_how IS NOT NULL)", name='request_letter_told'),
        ),
        ops.AddField(
            model_name='DataRequest',
            name='answer_told_on',
            field=fields.DateField(null=True),
        ),
        ops.AddField(
            model_name='DataRequest',
            name='calendar_due_on',
            field=fields.DateField(null=True),
        ),
    ]
