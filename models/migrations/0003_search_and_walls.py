"""What the ORM cannot say: extensions, the search vector and its indexes, logs that only grow, and no overlap."""

from tortoise import migrations
from tortoise.migrations import operations as ops

FORWARD = """
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE search_entry ADD COLUMN tsv tsvector GENERATED ALWAYS AS (to_tsvector('finnish', text)) STORED;
CREATE INDEX search_entry_tsv ON search_entry USING gin (tsv);
CREATE INDEX search_entry_trigrams ON search_entry USING gin (text gin_trgm_ops);
ALTER TABLE contract ADD CONSTRAINT contract_full_service EXCLUDE USING gist
  (client_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
  WHERE (is_full_service AND state IN ('ACTIVE', 'SUSPENDED')) DEFERRABLE INITIALLY DEFERRED;
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END $$;
CREATE TRIGGER disclosure_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON disclosure_log
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON history
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER login_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON login_event
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();
"""
BACKWARD = """
DROP TRIGGER login_event_append_only ON login_event;
DROP TRIGGER history_append_only ON history;
DROP TRIGGER disclosure_log_append_only ON disclosure_log;
DROP FUNCTION append_only();
ALTER TABLE contract DROP CONSTRAINT contract_full_service;
DROP INDEX search_entry_trigrams;
DROP INDEX search_entry_tsv;
ALTER TABLE search_entry DROP COLUMN tsv;
"""


class Migration(migrations.Migration):
    """Runs after the constraints."""

    dependencies = [("models", "0002_constraints")]
    operations = [ops.RunSQL(FORWARD, reverse_sql=BACKWARD)]
