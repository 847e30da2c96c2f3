from tortoise import migrations
from tortoise.migrations import operations as ops
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0078_reference_seed')]

    initial = False

    operations = [
        ops.CreateModel(
            name='AgreementText',
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
                ('purpose', fields.CharField(null=True, max_length=40)),
                ('version', fields.CharField(max_length=20)),
                ('title_fi', fields.CharField(max_length=200)),
                ('title_sv', fields.CharField(max_length=200)),
                ('title_en', fields.CharField(max_length=200)),
                ('body_fi', fields.TextField(unique=False)),
                ('body_sv', fields.TextField(unique=False)),
                ('body_en', fields.TextField(unique=False)),
                ('starts_on', fields.DateField(null=True)),
            ],
            options={'table': 'agreement_text', 'app': 'models', 'indexes': [Index(fields=['kind', 'starts_on', 'id'], name='agreement_text_kind_order')], 'pk_attr': 'id', 'table_description': 'One version of a text, in force from `starts_on` until a version begins that was published later.'},
            bases=['Governed'],
        ),
        ops.AddConstraint(
            model_name='AgreementText',
            constraint=UniqueConstraint(fields=('kind', 'version'), name='agreement_text_version', condition="state IN ('PUBLISHED', 'SUPERSEDED')"),
        ),
        ops.AddConstraint(
            model_name='AgreementText',
            constraint=UniqueConstraint(fields=('lineage_id',), name='agreement_text_published', condition="state = 'PUBLISHED'"),
        ),
        ops.AddConstraint(
            model_name='AgreementText',
            constraint=UniqueConstraint(fields=('copy_of_id',), name='agreement_text_open_copy', condition="state IN ('DRAFT', 'IN_REVIEW')"),
        ),
        ops.AddConstraint(
            model_name='AgreementText',
            constraint=CheckConstraint(check="kind IN ('UNDERTAKING', 'CONSENT')", name='agreement_text_kind'),
        ),
        ops.AddConstraint(
            model_name='AgreementText',
            constraint=CheckConstraint(check="state NOT IN ('PUBLISHED', 'SUPERSEDED') OR starts_on IS NOT NULL", name='agreement_text_begun'),
        ),
    ]
