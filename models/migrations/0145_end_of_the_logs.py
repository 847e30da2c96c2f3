"""Looks and log-ins may be deleted in whole blocks when the term of every register is over, by one function alone."""

from tortoise import migrations
from tortoise.migrations import operations as ops

FORWARD = """
-- `polku.ending_logs` is on inside the function below alone: nobody else has the right to delete from these tables.
CREATE FUNCTION append_only_until_ended() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('polku.ending_logs', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
DROP TRIGGER disclosure_log_append_only ON disclosure_log;
CREATE TRIGGER disclosure_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON disclosure_log
  FOR EACH STATEMENT EXECUTE FUNCTION append_only_until_ended();
DROP TRIGGER login_event_append_only ON login_event;
CREATE TRIGGER login_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON login_event
  FOR EACH STATEMENT EXECUTE FUNCTION append_only_until_ended();

-- Delete the looks and log-ins of the blocks from `lowest` to `highest`, and return how many. The term is asked of the
-- registers, and the clock of the database: a caller can only ask for less.
CREATE FUNCTION end_log_blocks(lowest bigint, highest bigint, moment timestamptz) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE years integer; first_of bigint; last_of bigint; looks bigint; log_ins bigint;
BEGIN
  SELECT greatest(max(r.log_kept_years), 2) INTO years FROM public.register r;
  IF years IS NULL OR EXISTS (SELECT FROM public.log_block b WHERE b.number BETWEEN lowest AND highest
      AND b.closed_at >= least(moment, clock_timestamp()) - make_interval(years => years)) THEN
    RAISE EXCEPTION 'the term of these entries is not over' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT min(b.first_position), max(b.last_position) INTO first_of, last_of
    FROM public.log_block b WHERE b.number BETWEEN lowest AND highest;
  PERFORM set_config('polku.ending_logs', 'on', true);
  DELETE FROM public.disclosure_log d USING public.log_seal s
    WHERE s.position BETWEEN first_of AND last_of AND s.log = 'disclosure_log' AND d.id = s.entry::bigint;
  GET DIAGNOSTICS looks = ROW_COUNT;
  DELETE FROM public.login_event e USING public.log_seal s
    WHERE s.position BETWEEN first_of AND last_of AND s.log = 'login_event' AND e.id = s.entry::uuid;
  GET DIAGNOSTICS log_ins = ROW_COUNT;
  PERFORM set_config('polku.ending_logs', 'off', true);
  RETURN looks + log_ins;
END $$;
REVOKE ALL ON FUNCTION end_log_blocks(bigint, bigint, timestamptz) FROM PUBLIC;
"""
BACKWARD = """
DROP FUNCTION end_log_blocks(bigint, bigint, timestamptz);
DROP TRIGGER disclosure_log_append_only ON disclosure_log;
CREATE TRIGGER disclosure_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON disclosure_log
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();
DROP TRIGGER login_event_append_only ON login_event;
CREATE TRIGGER login_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON login_event
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();
DROP FUNCTION append_only_until_ended();
"""


class Migration(migrations.Migration):
    """Runs after the columns of the term and the table of the removals."""

    dependencies = [('models', '0144_term_of_the_logs')]
    expands = True
    operations = [ops.RunSQL(FORWARD, reverse_sql=BACKWARD)]
