"""History, versions and erasures are sealed like the other logs; what an erasure removes leaves its trace."""

from tortoise import migrations
from tortoise.migrations import operations as ops

FORWARD = r"""
ALTER TABLE history ADD COLUMN tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
  ADD COLUMN salt bytea NOT NULL DEFAULT uuid_send(gen_random_uuid());
ALTER TABLE version ADD COLUMN tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
  ADD COLUMN salt bytea NOT NULL DEFAULT uuid_send(gen_random_uuid());
ALTER TABLE erasure ADD COLUMN tx xid8 NOT NULL DEFAULT pg_current_xact_id();
ALTER TABLE erased_entry ADD COLUMN tx xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX history_sealing ON history USING brin ((tx::text::bigint), at) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX version_sealing ON version USING brin ((tx::text::bigint), at) WITH (pages_per_range = 32, autosummarize = on);
CREATE TRIGGER erased_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON erased_entry
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- The same as SEALED_LOGS of models/chain.py; a log is added in both, and an entry's content never changes. A salt goes
-- with its row: then the digest of an erased entry tells nothing to whoever guesses what was in it. Checkpoints are left
-- out: the seal of one's own history would be followed by another checkpoint, for ever.
CREATE OR REPLACE VIEW sealable AS
SELECT 'disclosure_log'::text AS log, e.id::text AS entry, e.tx::text::bigint AS tx,
  json_build_array(e.tx::text, (extract(epoch FROM e.at) * 1000000)::bigint, e.account, e.authority, e.operation,
    e.document, e.fields, e.subjects, e.asked, e.purpose, e.outcome, e.request)::text AS content, NULL::bytea AS salt
FROM disclosure_log e
UNION ALL
SELECT 'login_event', e.id::text, e.tx::text::bigint,
  json_build_array(e.tx::text, (extract(epoch FROM e.at) * 1000000)::bigint, e.account_id, e.issuer, e.outcome,
    e.network)::text, NULL
FROM login_event e
UNION ALL
SELECT 'history', e.id::text, e.tx::text::bigint,
  json_build_array(e.tx::text, (extract(epoch FROM e.at) * 1000000)::bigint, e.noun, e.object_id, e.revision, e.actor,
    e.action, e.comment, e.reason, e.changes)::text, e.salt
FROM history e WHERE e.noun <> 'log_checkpoint'
UNION ALL
SELECT 'version', e.id::text, e.tx::text::bigint,
  json_build_array(e.tx::text, (extract(epoch FROM e.at) * 1000000)::bigint, e.noun, e.object_id, e.revision,
    e.stored - ARRAY['personal_identity_code', 'identity_index', 'identity_index_even'])::text, e.salt
FROM version e WHERE e.noun <> 'log_checkpoint'
UNION ALL
SELECT 'erasure', e.id::text, e.tx::text::bigint,
  json_build_array(e.tx::text, (extract(epoch FROM e.at) * 1000000)::bigint, e.number, e.noun, e.object_id, e.purge_id,
    e.what)::text, NULL
FROM erasure e
UNION ALL
SELECT 'erased_entry', e.id::text, e.tx::text::bigint,
  json_build_array(e.tx::text, e.log, e.entry, e.object_id, e.subject, e.purge_id)::text, NULL
FROM erased_entry e;

-- As before, with the salts.
CREATE OR REPLACE FUNCTION seal_log_block(most integer, moment timestamptz) RETURNS integer
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
    SELECT s.log, s.entry, s.tx, s.content, s.salt FROM sealable s
    WHERE s.tx >= lower_tx AND s.tx < upper_tx
      AND NOT EXISTS (SELECT FROM log_seal k WHERE k.log = s.log AND k.entry = s.entry)
    ORDER BY s.tx, s.log, s.entry LIMIT most
  ), placed AS MATERIALIZED (
    SELECT made.first_position - 1 + row_number() OVER (ORDER BY f.tx, f.log, f.entry) AS position, f.log, f.entry,
      f.tx, CASE WHEN f.salt IS NULL THEN sha256(convert_to(f.content, 'UTF8'))
        ELSE sha256(f.salt || sha256(f.salt || convert_to(f.content, 'UTF8'))) END AS digest FROM found f
  ), kept AS (
    INSERT INTO log_seal (position, block, log, entry, digest)
    SELECT p.position, made.number, p.log, p.entry, p.digest FROM placed p
  )
  SELECT count(*), max(p.tx), string_agg(format(E'%s|%s|%s|%s\n', p.position, p.log, p.entry, encode(p.digest, 'hex')),
    '' ORDER BY p.position) INTO made.entries, latest, leaves FROM placed p;
  IF made.entries = 0 THEN RETURN 0; END IF;

  made.settled := NOT is_settling OR made.entries < most;
  IF NOT is_settling THEN
    made.horizon := CASE WHEN made.entries = most THEN latest ELSE bound END;
  END IF;
  made.last_position := made.first_position + made.entries - 1;
  made.previous := coalesce(tip.hash, decode(repeat('00', 32), 'hex'));
  made.closed_at := moment;
  made.hash := sha256(convert_to(format(E'%s|%s|%s|%s|%s|%s|%s|%s\n', made.number, made.first_position,
    made.last_position, encode(made.previous, 'hex'), (extract(epoch FROM moment) * 1000000)::bigint, made.life,
    made.horizon, made.settled::integer) || leaves, 'UTF8'));
  INSERT INTO log_block (number, first_position, last_position, entries, previous, hash, closed_at, life, horizon,
    settled) VALUES (made.number, made.first_position, made.last_position, made.entries, made.previous, made.hash,
    made.closed_at, made.life, made.horizon, made.settled);
  RETURN made.entries;
END $$;

-- Delete versions and history of objects and note which; only the functions below call it, with their rights.
CREATE FUNCTION erase_entries(purge uuid, subject uuid, ids uuid[], OUT versions bigint, OUT changes bigint)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  WITH gone AS (DELETE FROM public.version WHERE object_id = ANY (ids) RETURNING id, object_id)
  INSERT INTO public.erased_entry (log, entry, object_id, subject, purge_id)
  SELECT 'version', g.id::text, g.object_id, $2, $1 FROM gone g;
  GET DIAGNOSTICS versions = ROW_COUNT;
  WITH gone AS (DELETE FROM public.history WHERE object_id = ANY (ids) RETURNING id, object_id)
  INSERT INTO public.erased_entry (log, entry, object_id, subject, purge_id)
  SELECT 'history', g.id::text, g.object_id, $2, $1 FROM gone g;
  GET DIAGNOSTICS changes = ROW_COUNT;
END $$;
REVOKE ALL ON FUNCTION erase_entries(uuid, uuid, uuid[]) FROM PUBLIC;

-- As before; and the emergency and support accesses to the person, which the application may not delete.
CREATE OR REPLACE FUNCTION erase_trail(purge uuid, subject uuid, place regclass, lead name, ids uuid[],
  OUT versions bigint, OUT changes bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE found bigint;
BEGIN
  IF session_user <> current_user AND NOT public.may_erase($1, $2) THEN
    RAISE EXCEPTION 'no confirmed purge names this' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = place AND c.relkind = 'r'
      AND c.relnamespace = 'public'::regnamespace AND c.relowner = current_user::regrole) THEN
    RAISE EXCEPTION 'not a table of the service' USING ERRCODE = 'insufficient_privilege';
  END IF;
  EXECUTE format('SELECT count(*) FROM %s WHERE id = ANY ($1) AND %I = $2', place, lead) INTO found USING ids, subject;
  IF found <> cardinality(ids) OR EXISTS (SELECT FROM public.version v
      WHERE v.object_id = ANY (ids) AND v.stored ->> lead::text <> replace(subject::text, '-', '')) THEN
    RAISE EXCEPTION 'not of this person' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('polku.erasing', 'on', true);
  SELECT t.versions, t.changes INTO versions, changes FROM public.erase_entries(purge, subject, ids) t;
  PERFORM set_config('polku.erasing', 'off', true);
  IF place IN ('public.emergency_access'::regclass, 'public.support_access'::regclass) THEN
    EXECUTE format('DELETE FROM %s WHERE id = ANY ($1) AND %I = $2', place, lead) USING ids, subject;
  END IF;
END $$;

CREATE OR REPLACE FUNCTION erase_told(purge uuid, subject uuid, OUT versions bigint, OUT changes bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE accounts uuid[]; told uuid[];
BEGIN
  IF session_user <> current_user AND NOT public.may_erase($1, $2) THEN
    RAISE EXCEPTION 'no confirmed purge names this' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT coalesce(array_agg(id), '{}') INTO accounts FROM public.account WHERE client_id = $2;
  SELECT coalesce(array_agg(id), '{}') INTO told FROM (
    SELECT id FROM public.notification WHERE recipient_id = ANY (accounts)
    UNION ALL SELECT id FROM public.delivery WHERE account_id = ANY (accounts)) found;
  IF EXISTS (SELECT FROM public.version v WHERE v.object_id = ANY (told)
      AND (coalesce(v.stored ->> 'recipient_id', v.stored ->> 'account_id')::uuid = ANY (accounts)) IS NOT TRUE) THEN
    RAISE EXCEPTION 'not of this person' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('polku.erasing', 'on', true);
  SELECT t.versions, t.changes INTO versions, changes FROM public.erase_entries(purge, subject, told) t;
  PERFORM set_config('polku.erasing', 'off', true);
END $$;
"""
BACKWARD = r"""
CREATE OR REPLACE FUNCTION erase_told(purge uuid, subject uuid, OUT versions bigint, OUT changes bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE accounts uuid[]; told uuid[];
BEGIN
  IF session_user <> current_user AND NOT public.may_erase($1, $2) THEN
    RAISE EXCEPTION 'no confirmed purge names this' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT coalesce(array_agg(id), '{}') INTO accounts FROM public.account WHERE client_id = $2;
  SELECT coalesce(array_agg(id), '{}') INTO told FROM (
    SELECT id FROM public.notification WHERE recipient_id = ANY (accounts)
    UNION ALL SELECT id FROM public.delivery WHERE account_id = ANY (accounts)) found;
  IF EXISTS (SELECT FROM public.version v WHERE v.object_id = ANY (told)
      AND (coalesce(v.stored ->> 'recipient_id', v.stored ->> 'account_id')::uuid = ANY (accounts)) IS NOT TRUE) THEN
    RAISE EXCEPTION 'not of this person' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('polku.erasing', 'on', true);
  DELETE FROM public.version WHERE object_id = ANY (told);
  GET DIAGNOSTICS versions = ROW_COUNT;
  DELETE FROM public.history WHERE object_id = ANY (told);
  GET DIAGNOSTICS changes = ROW_COUNT;
  PERFORM set_config('polku.erasing', 'off', true);
END $$;
CREATE OR REPLACE FUNCTION erase_trail(purge uuid, subject uuid, place regclass, lead name, ids uuid[],
  OUT versions bigint, OUT changes bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE found bigint;
BEGIN
  IF session_user <> current_user AND NOT public.may_erase($1, $2) THEN
    RAISE EXCEPTION 'no confirmed purge names this' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = place AND c.relkind = 'r'
      AND c.relnamespace = 'public'::regnamespace AND c.relowner = current_user::regrole) THEN
    RAISE EXCEPTION 'not a table of the service' USING ERRCODE = 'insufficient_privilege';
  END IF;
  EXECUTE format('SELECT count(*) FROM %s WHERE id = ANY ($1) AND %I = $2', place, lead) INTO found USING ids, subject;
  IF found <> cardinality(ids) OR EXISTS (SELECT FROM public.version v
      WHERE v.object_id = ANY (ids) AND v.stored ->> lead::text <> replace(subject::text, '-', '')) THEN
    RAISE EXCEPTION 'not of this person' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('polku.erasing', 'on', true);
  DELETE FROM public.version WHERE object_id = ANY (ids);
  GET DIAGNOSTICS versions = ROW_COUNT;
  DELETE FROM public.history WHERE object_id = ANY (ids);
  GET DIAGNOSTICS changes = ROW_COUNT;
  PERFORM set_config('polku.erasing', 'off', true);
END $$;
DROP FUNCTION erase_entries(uuid, uuid, uuid[]);
CREATE OR REPLACE FUNCTION seal_log_block(most integer, moment timestamptz) RETURNS integer
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
  SELECT count(*), max(p.tx), string_agg(format(E'%s|%s|%s|%s\n', p.position, p.log, p.entry, encode(p.digest, 'hex')),
    '' ORDER BY p.position) INTO made.entries, latest, leaves FROM placed p;
  IF made.entries = 0 THEN RETURN 0; END IF;

  made.settled := NOT is_settling OR made.entries < most;
  IF NOT is_settling THEN
    made.horizon := CASE WHEN made.entries = most THEN latest ELSE bound END;
  END IF;
  made.last_position := made.first_position + made.entries - 1;
  made.previous := coalesce(tip.hash, decode(repeat('00', 32), 'hex'));
  made.closed_at := moment;
  made.hash := sha256(convert_to(format(E'%s|%s|%s|%s|%s|%s|%s|%s\n', made.number, made.first_position,
    made.last_position, encode(made.previous, 'hex'), (extract(epoch FROM moment) * 1000000)::bigint, made.life,
    made.horizon, made.settled::integer) || leaves, 'UTF8'));
  INSERT INTO log_block (number, first_position, last_position, entries, previous, hash, closed_at, life, horizon,
    settled) VALUES (made.number, made.first_position, made.last_position, made.entries, made.previous, made.hash,
    made.closed_at, made.life, made.horizon, made.settled);
  RETURN made.entries;
END $$;
DROP VIEW sealable;
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
DROP TRIGGER erased_entry_append_only ON erased_entry;
DROP INDEX version_sealing;
DROP INDEX history_sealing;
ALTER TABLE erased_entry DROP COLUMN tx;
ALTER TABLE erasure DROP COLUMN tx;
ALTER TABLE version DROP COLUMN tx, DROP COLUMN salt;
ALTER TABLE history DROP COLUMN tx, DROP COLUMN salt;
"""


class Migration(migrations.Migration):
    """Runs after the table of erased entries exists."""

    dependencies = [("models", "0104_erased_entry")]
    operations = [ops.RunSQL(FORWARD, reverse_sql=BACKWARD)]
