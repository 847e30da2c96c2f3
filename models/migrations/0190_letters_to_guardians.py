"""Letters about breaches and notices to guardians of minors, beside those to the person: one a guardian."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import UniqueConstraint

# Without the column a guardian's letter would be a second one to the person.
BACKWARD = """
DELETE FROM breach_letter WHERE representation_id IS NOT NULL;
DELETE FROM notice_telling WHERE representation_id IS NOT NULL;
"""


class Migration(migrations.Migration):
    dependencies = [('models', '0188_series_of_answers')]

    initial = False
    expands = False  # the code of before looks for any letter of a person, and would take a guardian's for it

    operations = [
        ops.RemoveConstraint(
            model_name='BreachLetter',
            name='breach_letter_once',
            fields=None,
        ),
        ops.AddField(
            model_name='BreachLetter',
            name='representation',
            field=fields.ForeignKeyField('models.Representation', source_field='representation_id', null=True, db_constraint=True, to_field='id', related_name='breach_letters', on_delete=OnDelete.RESTRICT),
        ),
        ops.AddIndex(
            model_name='BreachLetter',
            index=Index(fields=['representation_id', 'id'], name='breach_letter_representation'),
        ),
        ops.AddConstraint(
            model_name='BreachLetter',
            constraint=UniqueConstraint(fields=('breach_id', 'person_id'), name='breach_letter_once', condition='representation_id IS NULL'),
        ),
        ops.AddConstraint(
            model_name='BreachLetter',
            constraint=UniqueConstraint(fields=('breach_id', 'representation_id'), name='breach_letter_guardian_once'),
        ),
        ops.RemoveConstraint(
            model_name='NoticeTelling',
            name='notice_telling_once',
            fields=None,
        ),
        ops.AddField(
            model_name='NoticeTelling',
            name='representation',
            field=fields.ForeignKeyField('models.Representation', source_field='representation_id', null=True, db_constraint=True, to_field='id', related_name='notice_tellings', on_delete=OnDelete.RESTRICT),
        ),
        ops.AddIndex(
            model_name='NoticeTelling',
            index=Index(fields=['representation_id', 'id'], name='notice_telling_representation'),
        ),
        ops.AddConstraint(
            model_name='NoticeTelling',
            constraint=UniqueConstraint(fields=('notice_id', 'client_id'), name='notice_telling_once', condition='representation_id IS NULL'),
        ),
        ops.AddConstraint(
            model_name='NoticeTelling',
            constraint=UniqueConstraint(fields=('notice_id', 'representation_id'), name='notice_telling_guardian_once'),
        ),
        ops.RunSQL('SELECT 1', reverse_sql=BACKWARD),
    ]
