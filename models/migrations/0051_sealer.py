"""Constraints of 0050, and the sealer: what is sealed of each log, and the function that closes a block."""

from tortoise import migrations
from tortoise.migrations import operations as ops

FORWARD = """
ALTER TABLE anomaly ADD CONSTRAINT anomaly_kind CHECK (kind IN ('OUTSIDE_CASELOAD', 'BULK', 'IDENTITY_SEARCH', 'NIGHT'));
ALTER TABLE anomaly ADD CONSTRAINT anomaly_period CHECK (ends_before > starts_at);
ALTER TABLE anomaly ADD CONSTRAINT anomaly_entries CHECK (first_entry <= last_entry);
ALTER TABLE anomaly ADD CONSTRAINT anomaly_once UNIQUE (account_id, kind, starts_at);
ALTER TABLE log_block ADD CONSTRAINT log_block_previous UNIQUE (previous);
ALTER TABLE log_block ADD CONSTRAINT log_block_entries CHECK (entries = last_position - first_position + 1 AND entries > 0);
ALTER TABLE log_checkpoint ADD CONSTRAINT log_checkpoint_block UNIQUE (block);
ALTER TABLE log_seal ADD CONSTRAINT log_seal_entry UNIQUE (log, entry);

ALTER TABLE login_event ADD COLUMN tx xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX disclosure_log_sealing ON disclosure_log USING brin ((tx::text::bigint), at) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX login_event_sealing ON login_event USING brin ((tx::text::bigint), at) WITH (pages_per_range = 32, autosummarize = on);

CREATE TRIGGER log_block_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_block
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER log_seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_seal
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER anomaly_day_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON anomaly_day
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- The same as SEALED_LOGS of models/chain.py; a log is added in both, and an entry's content never changes.
CREATE VIEW sealable AS
SELECT 'disclosure_log'::text AS log, e.id::text AS entry, e.tx::text::bigint AS tx,
  json_build_array(e.tx::text, (extract(epoch FROM e.at) * 1000000)::bigint, e.account, e.authority, e.operation,
    e.document, e.fields, e.subjects, e.asked, e.purpose, e.outcome, e.request)::text AS content
FROM disclosure_log e
UNION ALL
SELECT 'login_event', e.id::text, e.tx::text::bigint,
  json_build_array(e.tx::text, (extract(epoch FROM e.at) * 1000000)::bigint, e.account_id, e.issuer, e.outcome,
    e.network)::text
FROM login_event e;

-- Close one block of at most `most` entries, as of `moment`, and return how many it holds. Nobody waits for it, and it
-- waits for nobody: while another sealer works it returns 0. Whatever transaction is below the horizon has ended.
CREATE FUNCTION seal_log_block(most integer, moment timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
SET enable_hashjoin = off SET enable_mergejoin = off SET plan_cache_mode = force_custom_plan SET jit = off
AS $$
DECLARE
  tip log_block; made log_block; bound bigint; lower_tx bigint; upper_tx bigint; latest bigint; is_settling boolean;
  leaves text;
BEGIN
  IF NOT pg_try_advisory_xact_lock(7065107119) THEN RETURN 0; END IF;
  SELECT * INTO tip FROM log_block ORDER BY number DESC LIMIT 1;
  SELECT system_identifier::text INTO made.life FROM pg_control_system();
  SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint INTO bound;
  -- In a cluster that is new to the log, the transactions of its entries are of another life: everything that can be
  -- seen is taken, however many blocks that needs, and the horizon is where this life was when that began.
  made.horizon := CASE WHEN tip.life = made.life THEN tip.horizon ELSE bound END;
  is_settling := tip.number IS NULL OR tip.life <> made.life OR NOT tip.settled;
  lower_tx := CASE WHEN is_settling THEN 0 ELSE tip.horizon END;
  upper_tx := CASE WHEN is_settling THEN 9223372036854775807 ELSE bound END;
  IF is_settling THEN most := most * 4; PERFORM set_config('enable_hashjoin', 'on', true); END IF;
  made.number := coalesce(tip.number, 0) + 1;
  made.first_position := coalesce(tip.last_position, 0) + 1;

  WITH found AS MATERIALIZED (
    SELECT s.log, s.entry, s.tx, s.content FROM sealable s
    WHERE s.tx >= lower_tx AND s.tx < upper_tx
      AND NOT EXISTS (SELECT FROM log_seal k WHERE k.log = s.log AND k.entry = s.entry)
    ORDER BY s.tx, s.log, s.entry LIMIT most
  ), placed AS MATERIALIZED (
    SELECT made.first_position - 1 + row_number() OVER (ORDER BY f.tx, f.log, f.entry) AS position, f.log, f.entry,
      f.tx, sha256(convert_to(f.content, 'UTF8')) AS digest FROM found f
  ), kept AS (
    INSERT INTO log_seal (position, block, log, entry, digest)
    SELECT p.position, made.number, p.log, p.entry, p.digest FROM placed p
  )
  SELECT count(*), max(p.tx), string_agg(format(E'%s|%s|%s|%s\\n', p.position, p.log, p.entry, encode(p.digest, 'hex')),
    '' ORDER BY p.position) INTO made.entries, latest, leaves FROM placed p;
  IF made.entries = 0 THEN RETURN 0; END IF;

  made.settled := NOT is_settling OR made.entries < most;
  IF NOT is_settling THEN
    made.horizon := CASE WHEN made.entries = most THEN latest ELSE bound END;
  END IF;
  made.last_position := made.first_position + made.entries - 1;
  made.previous := coalesce(tip.hash, decode(repeat('00', 32), 'hex'));
  made.closed_at := moment;
  made.hash := sha256(convert_to(format(E'%s|%s|%s|%s|%s|%s|%s|%s\\n', made.number, made.first_position,
    made.last_position, encode(made.previous, 'hex'), (extract(epoch FROM moment) * 1000000)::bigint, made.life,
    made.horizon, made.settled::integer) || leaves, 'UTF8'));
  INSERT INTO log_block (number, first_position, last_position, entries, previous, hash, closed_at, life, horizon,
    settled) VALUES (made.number, made.first_position, made.last_position, made.entries, made.previous, made.hash,
    made.closed_at, made.life, made.horizon, made.settled);
  RETURN made.entries;
END $$;
REVOKE EXECUTE ON FUNCTION seal_log_block(integer, timestamptz) FROM PUBLIC;
"""
BACKWARD = """
DROP FUNCTION seal_log_block(integer, timestamptz);
DROP VIEW sealable;
DROP TRIGGER anomaly_day_append_only ON anomaly_day;
DROP TRIGGER log_seal_append_only ON log_seal;
DROP TRIGGER log_block_append_only ON log_block;
DROP INDEX login_event_sealing;
DROP INDEX disclosure_log_sealing;
ALTER TABLE login_event DROP COLUMN tx;
ALTER TABLE log_seal DROP CONSTRAINT log_seal_entry;
ALTER TABLE log_checkpoint DROP CONSTRAINT log_checkpoint_block;
ALTER TABLE log_block DROP CONSTRAINT log_block_entries;
ALTER TABLE log_block DROP CONSTRAINT log_block_previous;
ALTER TABLE anomaly DROP CONSTRAINT anomaly_once;
ALTER TABLE anomaly DROP CONSTRAINT anomaly_entries;
ALTER TABLE anomaly DROP CONSTRAINT anomaly_period;
ALTER TABLE anomaly DROP CONSTRAINT anomaly_kind;
"""


class Migration(migrations.Migration):
    """Runs after the tables of the seals."""

    dependencies = [("models", "0050_log_seals")]
    operations = [ops.RunSQL(FORWARD, reverse_sql=BACKWARD)]
