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
            name='FormTemplate',
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
                ('kind', fields.CharField(max_length=12)),
                ('version', fields.IntField(null=True)),
                ('title_fi', fields.CharField(max_length=200)),
                ('title_sv', fields.CharField(max_length=200)),
                ('title_en', fields.CharField(max_length=200)),
                ('json_schema', fields.JSONField(default=dict, encoder=JSON_DUMPS, decoder=loads)),
                ('sections', fields.JSONField(default=list, encoder=JSON_DUMPS, decoder=loads)),
            ],
            options={'table': 'form_template', 'app': 'models', 'constraints': [UniqueConstraint(fields=('lineage_id',), name='form_template_published', condition="state = 'PUBLISHED'"), UniqueConstraint(fields=('copy_of_id',), name='form_template_open_copy', condition="state IN ('DRAFT', 'IN_REVIEW')"), CheckConstraint(check="kind IN ('REFERRAL', 'PLAN', 'ASSESSMENT')", name='form_template_kind')], 'pk_attr': 'id', 'table_description': "`sections` is a list of {name, fi, sv, en, read, write, keys}; a key that none of them has is nobody's."},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='FormAnswer',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('template', fields.ForeignKeyField('models.FormTemplate', source_field='template_id', db_constraint=True, to_field='id', related_name='answers', on_delete=OnDelete.RESTRICT)),
                ('client', fields.ForeignKeyField('models.Client', source_field='client_id', db_constraint=True, to_field='id', related_name='form_answers', on_delete=OnDelete.RESTRICT)),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='form_answers', on_delete=OnDelete.RESTRICT)),
                ('referral', fields.ForeignKeyField('models.Referral', source_field='referral_id', null=True, db_constraint=True, to_field='id', related_name='form_answers', on_delete=OnDelete.RESTRICT)),
                ('agency', fields.ForeignKeyField('models.Agency', source_field='agency_id', null=True, db_constraint=True, to_field='id', related_name='form_answers', on_delete=OnDelete.RESTRICT)),
                ('relationship', fields.ForeignKeyField('models.Relationship', source_field='relationship_id', null=True, db_constraint=True, to_field='id', related_name='form_answers', on_delete=OnDelete.RESTRICT)),
                ('programme', fields.ForeignKeyField('models.Programme', source_field='programme_id', null=True, db_constraint=True, to_field='id', related_name='form_answers', on_delete=OnDelete.RESTRICT)),
                ('sections', fields.JSONField(default=list, encoder=JSON_DUMPS, decoder=loads)),
                ('answers', fields.JSONField(default=dict, encoder=JSON_DUMPS, decoder=loads)),
            ],
            options={'table': 'form_answer', 'app': 'models', 'indexes': [Index(fields=['client_id', 'id'], name='form_answer_client'), Index(fields=['unit_id', 'id'], name='form_answer_unit_order'), Index(fields=['agency_id', 'id'], name='form_answer_agency'), Index(fields=['template_id', 'id'], name='form_answer_template'), Index(fields=['referral_id', 'id'], name='form_answer_referral'), Index(fields=['relationship_id', 'id'], name='form_answer_relationship'), Index(fields=['programme_id', 'id'], name='form_answer_programme')], 'pk_attr': 'id', 'table_description': 'Answers about one client to one version of a template, `{key: value}`.'},
            bases=['Model'],
        ),
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
