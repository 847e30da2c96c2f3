"""How long looks and log-ins are kept, what was removed of them, and how a register is called and reached."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0143_representation')]

    initial = False
    expands = True

    operations = [
        ops.CreateModel(
            name='LogRemoval',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('first_block', fields.BigIntField()),
                ('last_block', fields.BigIntField()),
                ('entries', fields.BigIntField()),
                ('older_than', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('removed_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('tip', fields.CharField(max_length=64)),
                ('key_id', fields.CharField(max_length=10)),
                ('token', fields.TextField(unique=False)),
            ],
            options={'table': 'log_removal', 'app': 'models', 'pk_attr': 'id', 'table_description': 'Looks and log-ins that were deleted because their term was over: those of the blocks up to `last_block`.'},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='LogRemoval',
            constraint=CheckConstraint(check="state = 'REMOVED'", name='log_removal_state'),
        ),
        ops.AddConstraint(
            model_name='LogRemoval',
            constraint=CheckConstraint(check='first_block <= last_block', name='log_removal_blocks'),
        ),
        ops.AddConstraint(
            model_name='LogRemoval',
            constraint=UniqueConstraint(fields=('last_block',), name='log_removal_last_block'),
        ),
        ops.AddField(
            model_name='Register',
            name='contact_address',
            field=fields.CharField(null=True, max_length=300),
        ),
        ops.AddField(
            model_name='Register',
            name='contact_phone',
            field=fields.CharField(null=True, max_length=20),
        ),
        # What there is gets the usual term; so does what the code of before adds meanwhile.
        ops.AddField(model_name='Register', name='log_kept_years', field=fields.IntField(null=True, default=12)),
        ops.RunSQL(
            "ALTER TABLE register ALTER COLUMN log_kept_years SET DEFAULT 12; UPDATE register SET log_kept_years = 12",
            "ALTER TABLE register ALTER COLUMN log_kept_years DROP DEFAULT",
        ),
        ops.AlterField(model_name='Register', name='log_kept_years', field=fields.IntField(default=12)),
        ops.AddField(
            model_name='Register',
            name='name_en',
            field=fields.CharField(null=True, max_length=200),
        ),
        ops.AddField(
            model_name='Register',
            name='name_sv',
            field=fields.CharField(null=True, max_length=200),
        ),
        ops.AddConstraint(
            model_name='Register',
            constraint=CheckConstraint(check='log_kept_years BETWEEN 2 AND 30', name='register_log_kept_years'),
        ),
        # What there is gets the usual term; so does what the code of before adds meanwhile.
        ops.AddField(model_name='RegisterLaw', name='log_kept_years', field=fields.IntField(null=True, default=12)),
        ops.RunSQL(
            "ALTER TABLE register_law ALTER COLUMN log_kept_years SET DEFAULT 12; UPDATE register_law SET log_kept_years = 12",
            "ALTER TABLE register_law ALTER COLUMN log_kept_years DROP DEFAULT",
        ),
        ops.AlterField(model_name='RegisterLaw', name='log_kept_years', field=fields.IntField(default=12)),
        # A law that shows the log for longer than the usual term keeps it so long, and its register too.
        ops.RunSQL(
            "UPDATE register_law SET log_kept_years = least(log_years, 30) WHERE log_years > 12;"
            " UPDATE register SET log_kept_years = least(log_years, 30) WHERE log_years > 12;",
            "",
        ),
        ops.AddConstraint(
            model_name='RegisterLaw',
            constraint=CheckConstraint(check='log_kept_years BETWEEN 2 AND 30 AND log_kept_years >= coalesce(log_years, 0)', name='register_law_log_kept_years'),
        ),
    ]
