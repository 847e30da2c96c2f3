"""Who acts for a client: representations, the invitations of guardians, what a minor keeps back; the day of death."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.fields.base import OnDelete
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0140_due_days_are_working_days')]

    initial = False
    expands = True

    operations = [
        ops.CreateModel(
            name='Representation',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('client', fields.ForeignKeyField('models.Client', source_field='client_id', db_constraint=True, to_field='id', related_name='representations', on_delete=OnDelete.RESTRICT)),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='representations', on_delete=OnDelete.RESTRICT)),
                ('kind', fields.CharField(max_length=24)),
                ('first_names', fields.CharField(max_length=100)),
                ('last_name', fields.CharField(max_length=100)),
                ('phone', fields.CharField(null=True, max_length=20)),
                ('email', fields.CharField(null=True, max_length=254)),
                ('postal_address', fields.CharField(null=True, max_length=300)),
                ('language', fields.CharField(default='fi', max_length=2)),
                ('matters', ArrayField(default=list, element_type='TEXT')),
                ('evidence', fields.CharField(null=True, max_length=500)),
                ('decided_on', fields.DateField(null=True)),
                ('valid_from', fields.DateField()),
                ('valid_until', fields.DateField(null=True)),
                ('safety_restriction', fields.BooleanField(default=False)),
                ('same_as_id', fields.UUIDField(null=True)),
                ('account_id', fields.UUIDField(null=True)),
            ],
            options={'table': 'representation', 'app': 'models', 'indexes': [Index(fields=['modified_at', 'id'], name='representation_modified'), Index(fields=['unit_id', 'id'], name='representation_unit_order'), Index(fields=['unit_id', 'modified_at', 'id'], name='representation_unit_modified'), Index(fields=['client_id', 'id'], name='representation_client'), Index(fields=['account_id', 'client_id'], name='representation_account')], 'pk_attr': 'id', 'table_description': 'A person who acts for a client from `valid_from` to `valid_until`, both included, in the named `matters`.'},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='Representation',
            constraint=CheckConstraint(check="state IN ('DRAFT', 'IN_FORCE', 'ENDED')", name='representation_state'),
        ),
        ops.AddConstraint(
            model_name='Representation',
            constraint=CheckConstraint(check="kind IN ('GUARDIAN', 'RESTRICTED_CUSTODIAN', 'APPOINTED_FINANCIAL', 'APPOINTED_PERSONAL', 'AUTHORISED')", name='representation_kind'),
        ),
        ops.AddConstraint(
            model_name='Representation',
            constraint=CheckConstraint(check="matters <@ ARRAY['PERSON', 'CONTACT', 'WHEREABOUTS', 'COACHING', 'CONTRACT', 'RIGHTS']::text[]", name='representation_matters'),
        ),
        ops.AddConstraint(
            model_name='Representation',
            constraint=CheckConstraint(check="language IN ('fi', 'sv', 'en')", name='representation_language'),
        ),
        ops.AddConstraint(
            model_name='Representation',
            constraint=CheckConstraint(check='valid_until >= valid_from', name='representation_period'),
        ),
        ops.AddConstraint(
            model_name='Representation',
            constraint=CheckConstraint(check="state <> 'IN_FORCE' OR evidence IS NOT NULL AND matters <> '{}'", name='representation_proven'),
        ),
        ops.AddConstraint(
            model_name='Representation',
            constraint=CheckConstraint(check="state <> 'IN_FORCE' OR kind NOT IN ('APPOINTED_FINANCIAL', 'APPOINTED_PERSONAL') OR decided_on IS NOT NULL", name='representation_decided'),
        ),
        ops.CreateModel(
            name='GuardianInvitation',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('client', fields.ForeignKeyField('models.Client', source_field='client_id', db_constraint=True, to_field='id', related_name='guardian_invitations', on_delete=OnDelete.RESTRICT)),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='guardian_invitations', on_delete=OnDelete.RESTRICT)),
                ('representation', fields.ForeignKeyField('models.Representation', source_field='representation_id', db_constraint=True, to_field='id', related_name='invitations', on_delete=OnDelete.RESTRICT)),
                ('account_id', fields.UUIDField()),
                ('identity_proof', fields.CharField(max_length=40)),
                ('by_mail', fields.BooleanField(default=False)),
                ('language', fields.CharField(default='fi', max_length=2)),
                ('links', fields.IntField(default=1)),
                ('expires_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('accepted_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'guardian_invitation', 'app': 'models', 'indexes': [Index(fields=['modified_at', 'id'], name='guardian_invitation_modified'), Index(fields=['unit_id', 'id'], name='guardian_invitation_unit_order'), Index(fields=['unit_id', 'modified_at', 'id'], name='guardian_invitation_unit_modified'), Index(fields=['client_id', 'id'], name='guardian_invitation_client'), Index(fields=['representation_id', 'id'], name='guardian_invitation_representation')], 'pk_attr': 'id', 'table_description': 'An invitation of a guardian, after the coach has seen who it is (`identity_proof`); it opens `account_id`.'},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='GuardianInvitation',
            constraint=CheckConstraint(check="state IN ('OPEN', 'ACCEPTED', 'WITHDRAWN', 'EXPIRED')", name='guardian_invitation_state'),
        ),
        ops.AddConstraint(
            model_name='GuardianInvitation',
            constraint=CheckConstraint(check="language IN ('fi', 'sv', 'en')", name='guardian_invitation_language'),
        ),
        ops.AddConstraint(
            model_name='GuardianInvitation',
            constraint=CheckConstraint(check="(state = 'ACCEPTED') = (accepted_at IS NOT NULL)", name='guardian_invitation_accepted'),
        ),
        ops.AddConstraint(
            model_name='GuardianInvitation',
            constraint=UniqueConstraint(fields=('representation_id',), name='guardian_invitation_open', condition="state = 'OPEN'"),
        ),
        ops.CreateModel(
            name='TellingRefusal',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('client', fields.ForeignKeyField('models.Client', source_field='client_id', db_constraint=True, to_field='id', related_name='telling_refusals', on_delete=OnDelete.RESTRICT)),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='telling_refusals', on_delete=OnDelete.RESTRICT)),
                ('representation', fields.ForeignKeyField('models.Representation', source_field='representation_id', null=True, db_constraint=True, to_field='id', related_name='telling_refusals', on_delete=OnDelete.RESTRICT)),
                ('matters', ArrayField(default=list, element_type='TEXT')),
                ('decided_on', fields.DateField()),
                ('assessment', fields.CharField(null=True, max_length=500)),
            ],
            options={'table': 'telling_refusal', 'app': 'models', 'indexes': [Index(fields=['modified_at', 'id'], name='telling_refusal_modified'), Index(fields=['unit_id', 'id'], name='telling_refusal_unit_order'), Index(fields=['unit_id', 'modified_at', 'id'], name='telling_refusal_unit_modified'), Index(fields=['client_id', 'id'], name='telling_refusal_client'), Index(fields=['representation_id', 'id'], name='telling_refusal_representation')], 'pk_attr': 'id', 'table_description': 'What a minor keeps from one guardian, or from all of them when none is named, since `decided_on`.'},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='TellingRefusal',
            constraint=CheckConstraint(check="state IN ('IN_FORCE', 'WITHDRAWN')", name='telling_refusal_state'),
        ),
        ops.AddConstraint(
            model_name='TellingRefusal',
            constraint=CheckConstraint(check="matters <@ ARRAY['PERSON', 'CONTACT', 'WHEREABOUTS', 'COACHING', 'CONTRACT', 'RIGHTS']::text[]", name='telling_refusal_matters'),
        ),
        ops.RemoveConstraint(
            model_name='Account',
            name='account_kind',
            fields=None,
        ),
        ops.RemoveConstraint(
            model_name='Account',
            name='account_name',
            fields=None,
        ),
        ops.AddConstraint(
            model_name='Account',
            constraint=CheckConstraint(check="kind IN ('STAFF', 'TRAINEE', 'GUARDIAN', 'OFFICIAL', 'WORKPLACE')", name='account_kind'),
        ),
        ops.AddConstraint(
            model_name='Account',
            constraint=CheckConstraint(check="(kind IN ('TRAINEE', 'GUARDIAN')) = (name IS NULL)", name='account_name'),
        ),
        ops.AddField(
            model_name='Client',
            name='died_on',
            field=fields.DateField(null=True),
        ),
    ]
