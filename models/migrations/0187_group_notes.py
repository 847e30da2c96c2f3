"""
Notes about one session of a group have a number alike, and a draft may be incomplete until it is signed.

On the way back a draft without kind or text gets the kind of a meeting and an empty text: nothing is lost.
"""

from tortoise import fields, migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops
from tortoise.migrations.constraints import CheckConstraint

_COMPLETE = """
UPDATE coaching_note SET kind = coalesce(kind, 'MEETING'), body = coalesce(body, '') WHERE kind IS NULL OR body IS NULL
"""


class Migration(migrations.Migration):
    dependencies = [('models', '0186_certificates')]

    initial = False
    expands = True

    operations = [
        ops.AddField(
            model_name='CoachingNote',
            name='group_key',
            field=fields.CharField(null=True, max_length=32),
        ),
        ops.AlterField(
            model_name='CoachingNote',
            name='kind',
            field=fields.CharField(null=True, max_length=12),
        ),
        ops.AlterField(
            model_name='CoachingNote',
            name='body',
            field=fields.TextField(null=True, unique=False),
        ),
        ops.RunSQL('SELECT 1', reverse_sql=_COMPLETE),
        ops.AddConstraint(
            model_name='CoachingNote',
            constraint=CheckConstraint(check="state NOT IN ('SIGNED', 'AMENDED') OR kind IS NOT NULL AND body IS NOT NULL", name='coaching_note_complete'),
        ),
        ops.AddIndex(
            model_name='CoachingNote',
            index=Index(fields=['group_key', 'id'], name='coaching_note_group_key'),
        ),
    ]
