from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

FORWARD = """
CREATE UNIQUE INDEX register_law_published ON register_law (register_id) WHERE state = 'PUBLISHED';
CREATE UNIQUE INDEX register_law_open_copy ON register_law (copy_of_id) WHERE state IN ('DRAFT', 'IN_REVIEW');
ALTER TABLE register_law ADD CONSTRAINT register_law_retention_years CHECK (retention_years BETWEEN 1 AND 30);
ALTER TABLE register_law ADD CONSTRAINT register_law_passive CHECK (passive_after_months BETWEEN 0 AND 12 * retention_years);
ALTER TABLE register_law ADD CONSTRAINT register_law_log_mode CHECK (log_mode IN ('NAMES', 'PURPOSES'));
ALTER TABLE register_law ADD CONSTRAINT register_law_log_years CHECK (log_years BETWEEN 2 AND 30);
"""  # dropped with their table


class Migration(migrations.Migration):
    dependencies = [('models', '0061_referral_answers')]

    initial = False

    operations = [
        ops.CreateModel(
            name='RegisterLaw',
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
                ('register', fields.ForeignKeyField('models.Register', source_field='register_id', db_constraint=True, to_field='id', related_name='laws', on_delete=OnDelete.RESTRICT)),
                ('retention_years', fields.IntField(default=4)),
                ('passive_after_months', fields.IntField(default=12)),
                ('log_mode', fields.CharField(default='NAMES', max_length=12)),
                ('log_years', fields.IntField(null=True, default=2)),
                ('basis', fields.TextField(unique=False)),
            ],
            options={'table': 'register_law', 'app': 'models', 'constraints': [UniqueConstraint(fields=('register_id',), name='register_law_published', condition="state = 'PUBLISHED'"), UniqueConstraint(fields=('copy_of_id',), name='register_law_open_copy', condition="state IN ('DRAFT', 'IN_REVIEW')"), CheckConstraint(check='retention_years BETWEEN 1 AND 30', name='register_law_retention_years'), CheckConstraint(check='passive_after_months BETWEEN 0 AND 12 * retention_years', name='register_law_passive'), CheckConstraint(check="log_mode IN ('NAMES', 'PURPOSES')", name='register_law_log_mode'), CheckConstraint(check='log_years BETWEEN 2 AND 30', name='register_law_log_years')], 'indexes': [Index(fields=['register_id', 'id'], name='register_law_register')], 'pk_attr': 'id', 'table_description': "One version of what a register's columns of the same names say; published, they follow."},
            bases=['Governed'],
        ),
        ops.RunSQL(FORWARD, reverse_sql="SELECT 1"),
    ]
