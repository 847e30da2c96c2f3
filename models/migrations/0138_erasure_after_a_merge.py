"""An erasure takes what came over with a merge, and a new client is compared by phone and e-mail through an index."""

from tortoise import migrations
from tortoise.migrations import operations as ops

FORWARD = """
CREATE INDEX client_phones ON client USING gin (phones);
CREATE INDEX client_email ON client (lower(email));

-- Whether a row that was of one client is, or once was, rightly of the other: history tells that they were merged.
CREATE FUNCTION was_one_person(earlier text, subject uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT FROM public.client c WHERE c.id = $1::uuid AND c.merged_into_id = $2)
    OR EXISTS (SELECT FROM public.history h WHERE h.noun = 'client' AND h.action = 'MERGE'
      AND (h.object_id = $2 AND h.changes -> 'mergedIntoId' ->> 'after' = $1
        OR h.object_id = $1::uuid AND h.changes -> 'mergedIntoId' ->> 'after' = replace($2::text, '-', '')))
$$;
REVOKE ALL ON FUNCTION was_one_person(text, uuid) FROM PUBLIC;
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
  EXECUTE format('SELECT count(*) FROM %1$s WHERE id = ANY ($1) AND (%2$I = $2'
    ' OR %2$I IN (SELECT c.id FROM public.client c WHERE c.merged_into_id = $2))', place, lead)
    INTO found USING ids, subject;
  IF found <> cardinality(ids) OR EXISTS (SELECT FROM public.version v
      WHERE v.object_id = ANY (ids) AND v.stored ->> lead::text <> replace(subject::text, '-', '')
      AND NOT public.was_one_person(v.stored ->> lead::text, subject)) THEN
    RAISE EXCEPTION 'not of this person' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('polku.erasing', 'on', true);
  SELECT t.versions, t.changes INTO versions, changes FROM public.erase_entries(purge, subject, ids) t;
  PERFORM set_config('polku.erasing', 'off', true);
  IF place IN ('public.emergency_access'::regclass, 'public.support_access'::regclass) THEN
    EXECUTE format('DELETE FROM %s WHERE id = ANY ($1)', place) USING ids;
  END IF;
END $$;
"""
BACKWARD = """
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
DROP FUNCTION was_one_person(text, uuid);
DROP INDEX client_email;
DROP INDEX client_phones;
"""


class Migration(migrations.Migration):
    """Runs after the clients know into whom they were merged."""

    dependencies = [('models', '0137_client_merge')]
    expands = True
    operations = [ops.RunSQL(FORWARD, reverse_sql=BACKWARD)]
