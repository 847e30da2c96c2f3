"""A text is found by its words, their dictionary forms and misspellings, all in one index; the terms are made anew."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops
from tortoise.migrations.constraints import UniqueConstraint

FORWARD = """
DROP INDEX search_entry_trigrams;
DROP INDEX search_entry_tsv;
ALTER TABLE search_entry DROP COLUMN tsv;
ALTER TABLE search_entry ADD COLUMN tsv tsvector
  GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array(terms, ' '), ''))) STORED;
CREATE INDEX search_entry_tsv ON search_entry USING gin (tsv);
CREATE INDEX search_entry_missing ON search_entry (id) WHERE terms IS NULL;
"""
BACKWARD = """
DROP INDEX search_entry_missing;
DROP INDEX search_entry_tsv;
ALTER TABLE search_entry DROP COLUMN tsv;
ALTER TABLE search_entry ADD COLUMN tsv tsvector GENERATED ALWAYS AS (to_tsvector('finnish', text)) STORED;
CREATE INDEX search_entry_tsv ON search_entry USING gin (tsv);
CREATE INDEX search_entry_trigrams ON search_entry USING gin (text gin_trgm_ops);
"""


class Migration(migrations.Migration):
    dependencies = [('models', '0148_register_export')]

    initial = False
    expands = False  # the code of before searches in a column that goes

    operations = [
        ops.AddField(model_name='SearchEntry', name='terms', field=fields.TextField(null=True, unique=False)),
        ops.RunSQL(FORWARD, reverse_sql=BACKWARD),
        ops.AlterField(model_name='SearchEntry', name='text', field=fields.TextField(null=True, unique=False)),
        ops.RunSQL("SELECT 1", reverse_sql="UPDATE search_entry SET text = coalesce(terms, '')"),
        ops.RemoveField(model_name='SearchEntry', name='text'),
        ops.AlterModelOptions(
            name='SearchEntry',
            options={'table': 'search_entry', 'app': 'models', 'constraints': [UniqueConstraint(fields=('object_id', 'permission'), name='search_entry_object')], 'pk_attr': 'id', 'table_description': 'The terms under which one object is found by whoever has one read permission, with blanks between them.'},
        ),
    ]
