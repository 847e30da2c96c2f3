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
    dependencies = [('models', '0004_transaction_of_disclosure')]

    initial = False

    operations = [
        ops.CreateModel(
            name='PrivacyNotice',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('lineage_id', fields.UUIDField(null=True)),
                ('copy_of_id', fields.UUIDField(null=True)),
                ('published_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('published_by', fields.UUIDField(null=True)),
                ('register', fields.ForeignKeyField('models.Register', source_field='register_id', db_constraint=True, to_field='id', related_name='notices', on_delete=OnDelete.RESTRICT)),
                ('version', fields.IntField(null=True)),
                ('texts', fields.JSONField(default=list, encoder=JSON_DUMPS, decoder=loads)),
                ('data_kept', fields.JSONField(default=list, encoder=JSON_DUMPS, decoder=loads)),
                ('effective_on', fields.DateField(null=True)),
            ],
            options={'table': 'privacy_notice', 'app': 'models', 'constraints': [UniqueConstraint(fields=('lineage_id',), name='privacy_notice_published', condition="state = 'PUBLISHED'"), UniqueConstraint(fields=('copy_of_id',), name='privacy_notice_open_copy', condition="state IN ('DRAFT', 'IN_REVIEW')")], 'indexes': [Index(fields=['register_id', 'version', 'id'], name='privacy_notice_register')], 'pk_attr': 'id', 'table_description': 'The notice of one register. `version` is given at publication.'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Announcement',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('notice', fields.ForeignKeyField('models.PrivacyNotice', source_field='notice_id', null=True, db_constraint=True, to_field='id', related_name='announcements', on_delete=OnDelete.RESTRICT)),
                ('title_fi', fields.CharField(max_length=200)),
                ('title_sv', fields.CharField(max_length=200)),
                ('title_en', fields.CharField(max_length=200)),
                ('text_fi', fields.TextField(unique=False)),
                ('text_sv', fields.TextField(unique=False)),
                ('text_en', fields.TextField(unique=False)),
                ('starts_on', fields.DateField()),
                ('ends_before', fields.DateField(null=True)),
            ],
            options={'table': 'announcement', 'app': 'models', 'constraints': [CheckConstraint(check='ends_before > starts_on', name='announcement_period')], 'indexes': [Index(fields=['starts_on', 'id'], name='announcement_order'), Index(fields=['notice_id', 'id'], name='announcement_notice')], 'pk_attr': 'id', 'table_description': 'Something that everybody who logs in is told in [starts_on, ends_before).'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='NoticeAcceptance',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('notice', fields.ForeignKeyField('models.PrivacyNotice', source_field='notice_id', db_constraint=True, to_field='id', related_name='acceptances', on_delete=OnDelete.RESTRICT)),
                ('client', fields.ForeignKeyField('models.Client', source_field='client_id', null=True, db_constraint=True, to_field='id', related_name='acceptances', on_delete=OnDelete.RESTRICT)),
                ('account_id', fields.UUIDField(null=True)),
            ],
            options={'table': 'notice_acceptance', 'app': 'models', 'constraints': [UniqueConstraint(fields=('notice_id', 'account_id'), name='notice_acceptance_once')], 'indexes': [Index(fields=['client_id', 'id'], name='notice_acceptance_client')], 'pk_attr': 'id', 'table_description': 'Who has read which version of a notice: an account, by `created_by`, and the client or employee it belongs to.'},
            bases=['Model'],
        ),
    ]
