"""Originals of papers until they are returned or destroyed; how each client is told of a new privacy notice."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0145_end_of_the_logs')]

    initial = False
    expands = True

    operations = [
        ops.CreateModel(
            name='NoticeTelling',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('notice', fields.ForeignKeyField('models.PrivacyNotice', source_field='notice_id', db_constraint=True, to_field='id', related_name='tellings', on_delete=OnDelete.RESTRICT)),
                ('client', fields.ForeignKeyField('models.Client', source_field='client_id', db_constraint=True, to_field='id', related_name='notice_tellings', on_delete=OnDelete.RESTRICT)),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='notice_tellings', on_delete=OnDelete.RESTRICT)),
                ('channel', fields.CharField(max_length=12)),
                ('told_on', fields.DateField(null=True)),
            ],
            options={'table': 'notice_telling', 'app': 'models', 'indexes': [Index(fields=['modified_at', 'id'], name='notice_telling_modified'), Index(fields=['unit_id', 'id'], name='notice_telling_unit_order'), Index(fields=['unit_id', 'modified_at', 'id'], name='notice_telling_unit_modified'), Index(fields=['client_id', 'id'], name='notice_telling_client')], 'pk_attr': 'id', 'table_description': 'How and when one client is told of one version of a notice; a letter waits for somebody who sends it.'},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='NoticeTelling',
            constraint=CheckConstraint(check="state IN ('TO_TELL', 'TOLD', 'NOT_REACHED')", name='notice_telling_state'),
        ),
        ops.AddConstraint(
            model_name='NoticeTelling',
            constraint=CheckConstraint(check="channel IN ('SERVICE', 'EMAIL', 'LETTER')", name='notice_telling_channel'),
        ),
        ops.AddConstraint(
            model_name='NoticeTelling',
            constraint=CheckConstraint(check="(state = 'TOLD') = (told_on IS NOT NULL)", name='notice_telling_told'),
        ),
        ops.AddConstraint(
            model_name='NoticeTelling',
            constraint=UniqueConstraint(fields=('notice_id', 'client_id'), name='notice_telling_once'),
        ),
        ops.CreateModel(
            name='PaperOriginal',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('client', fields.ForeignKeyField('models.Client', source_field='client_id', db_constraint=True, to_field='id', related_name='paper_originals', on_delete=OnDelete.RESTRICT)),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='paper_originals', on_delete=OnDelete.RESTRICT)),
                ('what', fields.CharField(max_length=200)),
                ('place', fields.CharField(null=True, max_length=200)),
                ('attachment', fields.CharField(max_length=60)),
                ('received_on', fields.DateField()),
                ('due_on', fields.DateField()),
                ('handled_on', fields.DateField(null=True)),
                ('handled_by_name', fields.CharField(null=True, max_length=200)),
            ],
            options={'table': 'paper_original', 'app': 'models', 'indexes': [Index(fields=['modified_at', 'id'], name='paper_original_modified'), Index(fields=['unit_id', 'id'], name='paper_original_unit_order'), Index(fields=['unit_id', 'modified_at', 'id'], name='paper_original_unit_modified'), Index(fields=['client_id', 'id'], name='paper_original_client'), Index(fields=['state', 'due_on'], name='paper_original_due')], 'pk_attr': 'id', 'table_description': '`attachment` is the public id of the file made of the paper; `handled_by_name` is who did away with the paper.'},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='PaperOriginal',
            constraint=CheckConstraint(check="state IN ('WAITING', 'RETURNED', 'DESTROYED')", name='paper_original_state'),
        ),
        ops.AddConstraint(
            model_name='PaperOriginal',
            constraint=CheckConstraint(check="(state IN ('RETURNED', 'DESTROYED')) = (handled_on IS NOT NULL)", name='paper_original_handled'),
        ),
        ops.AddConstraint(
            model_name='PaperOriginal',
            constraint=CheckConstraint(check='handled_on >= received_on', name='paper_original_period'),
        ),
        ops.AddConstraint(
            model_name='PaperOriginal',
            constraint=UniqueConstraint(fields=('attachment',), name='paper_original_attachment'),
        ),
    ]
