"""The record of personal data breaches, and the letters to the persons."""

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
    dependencies = [('models', '0120_token_of_a_look_is_sealed')]

    initial = False

    operations = [
        ops.CreateModel(
            name='DataBreach',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('title', fields.CharField(max_length=200)),
                ('what_happened', fields.TextField(null=True, unique=False)),
                ('noticed_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('due_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('reminded_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('overdue_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('account_id', fields.UUIDField(null=True)),
                ('application', fields.CharField(null=True, max_length=200)),
                ('credential', fields.CharField(null=True, max_length=80)),
                ('starts_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('ends_before', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('data_categories', fields.TextField(null=True, unique=False)),
                ('person_categories', fields.TextField(null=True, unique=False)),
                ('persons_estimated', fields.IntField(null=True)),
                ('records_estimated', fields.IntField(null=True)),
                ('consequences', fields.TextField(null=True, unique=False)),
                ('measures', fields.TextField(null=True, unique=False)),
                ('risk', fields.CharField(null=True, max_length=12)),
                ('risk_reason', fields.TextField(null=True, unique=False)),
                ('contact_point', fields.CharField(null=True, max_length=500)),
                ('words', fields.JSONField(default=list, encoder=JSON_DUMPS, decoder=loads)),
                ('reported_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('authority_reference', fields.CharField(null=True, max_length=200)),
                ('delay_reason', fields.TextField(null=True, unique=False)),
                ('no_report_reason', fields.TextField(null=True, unique=False)),
                ('exemption', fields.CharField(null=True, max_length=20)),
                ('exemption_reason', fields.TextField(null=True, unique=False)),
                ('persons_found', fields.IntField(null=True)),
                ('letters_drafted', fields.IntField(null=True)),
            ],
            options={'table': 'data_breach', 'app': 'models', 'indexes': [Index(fields=['due_at', 'id'], name='data_breach_due_order')], 'pk_attr': 'id', 'table_description': 'A personal data breach: what happened, whom it concerns, and what was done about it.'},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='DataBreach',
            constraint=CheckConstraint(check="state IN ('NOTICED', 'ASSESSED', 'NOT_REPORTABLE', 'REPORTED', 'PERSONS_TOLD', 'CLOSED')", name='data_breach_state'),
        ),
        ops.AddConstraint(
            model_name='DataBreach',
            constraint=CheckConstraint(check='num_nonnulls(account_id, application, credential) <= 1', name='data_breach_source'),
        ),
        ops.AddConstraint(
            model_name='DataBreach',
            constraint=CheckConstraint(check='ends_before > starts_at', name='data_breach_period'),
        ),
        ops.AddConstraint(
            model_name='DataBreach',
            constraint=CheckConstraint(check="due_at = noticed_at + interval '72 hours'", name='data_breach_due'),
        ),
        ops.AddConstraint(
            model_name='DataBreach',
            constraint=CheckConstraint(check="risk IN ('UNLIKELY', 'RISK', 'HIGH')", name='data_breach_risk'),
        ),
        ops.AddConstraint(
            model_name='DataBreach',
            constraint=CheckConstraint(check="exemption IN ('PROTECTED', 'AVERTED', 'DISPROPORTIONATE')", name='data_breach_exemption'),
        ),
        ops.CreateModel(
            name='BreachLetter',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('breach', fields.ForeignKeyField('models.DataBreach', source_field='breach_id', db_constraint=True, to_field='id', related_name='letters', on_delete=OnDelete.RESTRICT)),
                ('client', fields.ForeignKeyField('models.Client', source_field='client_id', null=True, db_constraint=True, to_field='id', related_name='breach_letters', on_delete=OnDelete.RESTRICT)),
                ('referral', fields.ForeignKeyField('models.Referral', source_field='referral_id', null=True, db_constraint=True, to_field='id', related_name='breach_letters', on_delete=OnDelete.RESTRICT)),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', null=True, db_constraint=True, to_field='id', related_name='breach_letters', on_delete=OnDelete.RESTRICT)),
                ('person_id', fields.UUIDField(null=True)),
                ('language', fields.CharField(max_length=2)),
                ('text', fields.TextField(null=True, unique=False)),
                ('told_how', fields.CharField(null=True, max_length=40)),
                ('told_on', fields.DateField(null=True)),
            ],
            options={'table': 'breach_letter', 'app': 'models', 'indexes': [Index(fields=['client_id', 'id'], name='breach_letter_client'), Index(fields=['unit_id', 'id'], name='breach_letter_unit'), Index(fields=['referral_id'], name='breach_letter_referral')], 'pk_attr': 'id', 'table_description': "What one person is told of a breach, in the person's language; of the erased it keeps when and how they were told."},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='BreachLetter',
            constraint=CheckConstraint(check="state IN ('DRAFT', 'READY', 'TOLD', 'NOT_TOLD', 'ERASED')", name='breach_letter_state'),
        ),
        ops.AddConstraint(
            model_name='BreachLetter',
            constraint=CheckConstraint(check="language IN ('fi', 'sv', 'en')", name='breach_letter_language'),
        ),
        ops.AddConstraint(
            model_name='BreachLetter',
            constraint=UniqueConstraint(fields=('breach_id', 'person_id'), name='breach_letter_once'),
        ),
    ]
