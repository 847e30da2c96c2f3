"""Proposals about referrals, which the authority decides."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0160_referral_clock')]

    initial = False
    expands = True

    operations = [
        ops.CreateModel(
            name='Proposal',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('referral', fields.ForeignKeyField('models.Referral', source_field='referral_id', db_constraint=True, to_field='id', related_name='proposals', on_delete=OnDelete.RESTRICT)),
                ('client', fields.ForeignKeyField('models.Client', source_field='client_id', null=True, db_constraint=True, to_field='id', related_name='proposals', on_delete=OnDelete.RESTRICT)),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='proposals', on_delete=OnDelete.RESTRICT)),
                ('agency', fields.ForeignKeyField('models.Agency', source_field='agency_id', db_constraint=True, to_field='id', related_name='proposals', on_delete=OnDelete.RESTRICT)),
                ('kind', fields.CharField(max_length=20)),
                ('text', fields.TextField(null=True, unique=False)),
                ('starts_on', fields.DateField(null=True)),
                ('ends_on', fields.DateField(null=True)),
                ('days_per_week', fields.IntField(null=True)),
                ('minutes_per_day', fields.IntField(null=True)),
                ('end_reason', fields.CharField(null=True, max_length=40)),
                ('not_relevant_reason', fields.CharField(null=True, max_length=40)),
                ('sent_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('decided_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('decision_reason', fields.CharField(null=True, max_length=40)),
                ('carried_out_on', fields.DateField(null=True)),
            ],
            options={'table': 'proposal', 'app': 'models', 'indexes': [Index(fields=['modified_at', 'id'], name='proposal_modified'), Index(fields=['unit_id', 'modified_at', 'id'], name='proposal_unit_modified'), Index(fields=['agency_id', 'modified_at', 'id'], name='proposal_agency_modified'), Index(fields=['client_id', 'id'], name='proposal_client'), Index(fields=['unit_id', 'id'], name='proposal_unit_order'), Index(fields=['agency_id', 'id'], name='proposal_agency_order'), Index(fields=['referral_id', 'id'], name='proposal_referral')], 'pk_attr': 'id', 'table_description': 'A proposal about one referral. `client` is NULL until the referral is accepted.'},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='Proposal',
            constraint=CheckConstraint(check="state IN ('DRAFT', 'SENT', 'ASKED', 'ACCEPTED', 'REJECTED', 'WITHDRAWN')", name='proposal_state'),
        ),
        ops.AddConstraint(
            model_name='Proposal',
            constraint=CheckConstraint(check="kind IN ('START', 'EXTEND', 'END', 'CHANGE_INTENSITY', 'NOT_RELEVANT', 'NO_SHOW')", name='proposal_kind'),
        ),
        ops.AddConstraint(
            model_name='Proposal',
            constraint=CheckConstraint(check='days_per_week BETWEEN 1 AND 7', name='proposal_days'),
        ),
    ]
