"""The trail of what an erased person's account was told goes too; no invoice row names a private payer."""

from tortoise import migrations
from tortoise.migrations import operations as ops

FORWARD = """
-- The history and versions of the notices and mails to the accounts of a person whom a running purge names; rows that
-- are, and always were, to one of them.
CREATE FUNCTION erase_told(purge uuid, subject uuid, OUT versions bigint, OUT changes bigint)
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
REVOKE ALL ON FUNCTION erase_told(uuid, uuid) FROM PUBLIC;

UPDATE invoice_row r SET payer = 'PRIVATE' WHERE r.payer IS NOT NULL AND NOT EXISTS (
  SELECT FROM (SELECT name FROM agency UNION SELECT name FROM organisation UNION SELECT name FROM workplace) o
  WHERE lower(btrim(o.name)) = lower(btrim(r.payer)));
"""
BACKWARD = "DROP FUNCTION erase_told(uuid, uuid);"


class Migration(migrations.Migration):
    """Runs after everything that it speaks of exists."""

    dependencies = [("models", "0051_sealer")]
    operations = [ops.RunSQL(FORWARD, reverse_sql=BACKWARD)]
