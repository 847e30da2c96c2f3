from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.fields.base import OnDelete
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0004_transaction_of_disclosure')]

    initial = False

    operations = [
        ops.CreateModel(
            name='Consent',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('client', fields.ForeignKeyField('models.Client', source_field='client_id', db_constraint=True, to_field='id', related_name='consents', on_delete=OnDelete.RESTRICT)),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='consents', on_delete=OnDelete.RESTRICT)),
                ('agency', fields.ForeignKeyField('models.Agency', source_field='agency_id', db_constraint=True, to_field='id', related_name='consents', on_delete=OnDelete.RESTRICT)),
                ('referral_id', fields.UUIDField(null=True)),
                ('purpose', fields.CharField(max_length=40)),
                ('categories', ArrayField(default=list, element_type='TEXT')),
                ('text_version', fields.CharField(max_length=40)),
                ('given_on', fields.DateField(null=True)),
                ('valid_until', fields.DateField(null=True)),
                ('withdrawn_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('channel', fields.CharField(default='SERVICE', max_length=12)),
                ('evidence', fields.CharField(null=True, max_length=500)),
            ],
            options={'table': 'consent', 'app': 'models', 'constraints': [CheckConstraint(check="channel IN ('SERVICE', 'PAPER', 'AUTHORITY')", name='consent_channel'), CheckConstraint(check='valid_until >= given_on', name='consent_period'), CheckConstraint(check="state <> 'GIVEN' OR given_on IS NOT NULL", name='consent_given'), CheckConstraint(check="(state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL)", name='consent_withdrawn'), CheckConstraint(check="categories <@ ARRAY['ATTENDANCE', 'PROGRAMME']::text[]", name='consent_categories')], 'indexes': [Index(fields=['client_id', 'agency_id', 'id'], name='consent_client'), Index(fields=['agency_id', 'id'], name='consent_agency_order'), Index(fields=['unit_id', 'id'], name='consent_unit_order'), Index(fields=['referral_id'], name='consent_referral')], 'pk_attr': 'id', 'table_description': '`referral_id` narrows the consent to what one referral led to; without it it covers every referral of the agency.'},
            bases=['Content'],
        ),
        ops.CreateModel(
            name='EmergencyAccess',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('client', fields.ForeignKeyField('models.Client', source_field='client_id', db_constraint=True, to_field='id', related_name='emergency_accesses', on_delete=OnDelete.RESTRICT)),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='emergency_accesses', on_delete=OnDelete.RESTRICT)),
                ('staff_member', fields.ForeignKeyField('models.StaffMember', source_field='staff_member_id', null=True, db_constraint=True, to_field='id', related_name='emergency_accesses', on_delete=OnDelete.RESTRICT)),
                ('account_id', fields.UUIDField()),
                ('reason', fields.CharField(max_length=500)),
                ('minutes', fields.IntField(default=60)),
                ('ends_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('finding', fields.CharField(null=True, max_length=40)),
                ('reviewed_by_name', fields.CharField(null=True, max_length=200)),
            ],
            options={'table': 'emergency_access', 'app': 'models', 'constraints': [CheckConstraint(check='minutes BETWEEN 1 AND 60', name='emergency_access_minutes'), CheckConstraint(check="ends_at <= created_at + interval '60 minutes'", name='emergency_access_end'), CheckConstraint(check='char_length(reason) >= 20', name='emergency_access_reason')], 'indexes': [Index(fields=['account_id', 'state', 'client_id'], name='emergency_access_account'), Index(fields=['client_id', 'id'], name='emergency_access_client'), Index(fields=['unit_id', 'state', 'id'], name='emergency_access_unit_order')], 'pk_attr': 'id', 'table_description': "One employee's look at one client outside the caseload; the policy reads `account_id`, `state` and `ends_at`."},
            bases=['Content'],
        ),
        ops.CreateModel(
            name='SupportAccess',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('staff_member', fields.ForeignKeyField('models.StaffMember', source_field='staff_member_id', db_constraint=True, to_field='id', related_name='support_accesses', on_delete=OnDelete.RESTRICT)),
                ('client', fields.ForeignKeyField('models.Client', source_field='client_id', null=True, db_constraint=True, to_field='id', related_name='support_accesses', on_delete=OnDelete.RESTRICT)),
                ('whole_unit', fields.ForeignKeyField('models.Unit', source_field='whole_unit_id', null=True, db_constraint=True, to_field='id', related_name='support_accesses', on_delete=OnDelete.RESTRICT)),
                ('reason', fields.CharField(max_length=500)),
                ('starts_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('ends_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('finding', fields.CharField(null=True, max_length=40)),
                ('reviewed_by_name', fields.CharField(null=True, max_length=200)),
            ],
            options={'table': 'support_access', 'app': 'models', 'constraints': [CheckConstraint(check="ends_at > starts_at AND ends_at <= starts_at + interval '8 hours'", name='support_access_period'), CheckConstraint(check='num_nonnulls(client_id, whole_unit_id) = 1', name='support_access_target'), CheckConstraint(check='char_length(reason) >= 20', name='support_access_reason')], 'indexes': [Index(fields=['staff_member_id', 'state'], name='support_access_staff'), Index(fields=['client_id', 'id'], name='support_access_client'), Index(fields=['whole_unit_id', 'id'], name='support_access_unit_order')], 'pk_attr': 'id', 'table_description': "What one of the vendor's staff may see for a while: one client, or a unit."},
            bases=['Content'],
        ),
        ops.AddField(
            model_name='Referral',
            name='safety_restriction',
            field=fields.BooleanField(null=True),
        ),
        ops.AddField(
            model_name='Register',
            name='log_mode',
            field=fields.CharField(null=True, max_length=12),
        ),
        # AddField gives rows that are there no default: the columns are filled before they must not be empty.
        ops.RunSQL("UPDATE register SET log_mode = 'NAMES'", reverse_sql='SELECT 1'),
        ops.AlterField(
            model_name='Register',
            name='log_mode',
            field=fields.CharField(default='NAMES', max_length=12),
        ),
        ops.AddField(
            model_name='Register',
            name='log_years',
            field=fields.IntField(null=True, default=2),
        ),
        ops.RunSQL('UPDATE register SET log_years = 2', reverse_sql='SELECT 1'),
        ops.AddConstraint(
            model_name='Register',
            constraint=CheckConstraint(check="log_mode IN ('NAMES', 'PURPOSES')", name='register_log_mode'),
        ),
        ops.AlterField(
            model_name='DisclosureLog',
            name='purpose',
            field=fields.CharField(max_length=120),
        ),
    ]
