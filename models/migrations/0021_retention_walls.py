"""The constraints of retention, and the only way by which history is ever deleted: of whom a confirmed purge names."""

from tortoise import migrations
from tortoise.migrations import operations as ops

FORWARD = """
ALTER TABLE legal_hold ADD CONSTRAINT legal_hold_period CHECK (ends_on >= starts_on);
ALTER TABLE purge ADD CONSTRAINT purge_kind CHECK (kind IN ('DUE', 'PERSON', 'REFERRALS'));
ALTER TABLE purge ADD CONSTRAINT purge_person CHECK (kind = 'PERSON' OR person_id IS NULL);
ALTER TABLE purge ADD CONSTRAINT purge_two_people CHECK (approved_by <> confirmed_by);
ALTER TABLE purge_item ADD CONSTRAINT purge_item_once UNIQUE (purge_id, target_id);
ALTER TABLE purge_item ADD CONSTRAINT purge_item_obstacle
  CHECK (obstacle IN ('LEGAL_HOLD', 'OPEN_RELATIONSHIP', 'NOT_DUE', 'RESTRICTED', 'GONE', 'REFERENCED'));
ALTER TABLE erasure ADD CONSTRAINT erasure_number UNIQUE (number);
ALTER TABLE erasure ADD CONSTRAINT erasure_what CHECK (what IN ('ERASED', 'KEPT'));
CREATE TRIGGER erasure_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON erasure
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- `polku.erasing` is on inside the functions below alone: whoever else sets it has no right to change these tables.
CREATE FUNCTION append_only_until_erased() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP <> 'TRUNCATE' AND current_setting('polku.erasing', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
DROP TRIGGER history_append_only ON history;
CREATE TRIGGER history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON history
  FOR EACH STATEMENT EXECUTE FUNCTION append_only_until_erased();
CREATE TRIGGER version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON version
  FOR EACH STATEMENT EXECUTE FUNCTION append_only_until_erased();

-- History itself says that two people decided, and nobody but these functions can take a word of it back.
CREATE FUNCTION may_erase(purge uuid, subject uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM public.purge p
    JOIN public.purge_item i ON i.purge_id = p.id AND i.target_id = $2 AND i.state = 'PLANNED'
    JOIN public.history a ON a.object_id = p.id AND a.noun = 'purge' AND a.action = 'APPROVE'
    JOIN public.history c ON c.object_id = p.id AND c.noun = 'purge' AND c.action = 'CONFIRM'
    WHERE p.id = $1 AND p.state = 'RUNNING' AND a.actor <> c.actor)
$$;

-- `place` is a table of ours, `lead` its column that leads to the subject, `ids` rows of it that do, and always did.
CREATE FUNCTION erase_trail(purge uuid, subject uuid, place regclass, lead name, ids uuid[],
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

-- What the person did as a user stays, with the account's id and without the name.
CREATE FUNCTION erase_actor(purge uuid, subject uuid) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE changed bigint;
BEGIN
  IF session_user <> current_user AND NOT public.may_erase($1, $2) THEN
    RAISE EXCEPTION 'no confirmed purge names this' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('polku.erasing', 'on', true);
  UPDATE public.history SET actor_name = '' WHERE actor IN (SELECT id FROM public.account WHERE client_id = $2);
  GET DIAGNOSTICS changed = ROW_COUNT;
  PERFORM set_config('polku.erasing', 'off', true);
  RETURN changed;
END $$;
REVOKE ALL ON FUNCTION may_erase(uuid, uuid), erase_actor(uuid, uuid),
  erase_trail(uuid, uuid, regclass, name, uuid[]) FROM PUBLIC;
"""
BACKWARD = """
DROP FUNCTION erase_actor(uuid, uuid);
DROP FUNCTION erase_trail(uuid, uuid, regclass, name, uuid[]);
DROP FUNCTION may_erase(uuid, uuid);
DROP TRIGGER version_append_only ON version;
DROP TRIGGER history_append_only ON history;
CREATE TRIGGER history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON history
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();
DROP FUNCTION append_only_until_erased();
DROP TRIGGER erasure_append_only ON erasure;
ALTER TABLE erasure DROP CONSTRAINT erasure_what;
ALTER TABLE erasure DROP CONSTRAINT erasure_number;
ALTER TABLE purge_item DROP CONSTRAINT purge_item_obstacle;
ALTER TABLE purge_item DROP CONSTRAINT purge_item_once;
ALTER TABLE purge DROP CONSTRAINT purge_two_people;
ALTER TABLE purge DROP CONSTRAINT purge_person;
ALTER TABLE purge DROP CONSTRAINT purge_kind;
ALTER TABLE legal_hold DROP CONSTRAINT legal_hold_period;
"""


class Migration(migrations.Migration):
    """Runs after the tables of retention exist."""

    dependencies = [("models", "0020_retention")]
    operations = [ops.RunSQL(FORWARD, reverse_sql=BACKWARD)]
