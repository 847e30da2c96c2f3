"""What is in the bin is forgotten with its entry, whoever deletes that: versions and history of an object that is gone."""

from tortoise import migrations
from tortoise.migrations import operations as ops

# `polku.erasing` lets history be deleted inside functions of the owner alone: nobody else has the right to delete there.
FORWARD = """
DO $install$ BEGIN
  IF to_regproc('append_only_until_erased') IS NULL THEN
    CREATE FUNCTION append_only_until_disposed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS
    $$ BEGIN
      IF TG_OP <> 'TRUNCATE' AND current_setting('polku.erasing', true) = 'on' THEN
        RETURN NULL;
      END IF;
      RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END $$;
    DROP TRIGGER history_append_only ON history;
    CREATE TRIGGER history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON history
      FOR EACH STATEMENT EXECUTE FUNCTION append_only_until_disposed();
  END IF;
END $install$;

-- Only of an object that is in no table any more, and of which history says that it was deleted, not brought back.
CREATE FUNCTION forget_disposed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE is_live boolean; last text;
BEGIN
  SELECT h.action INTO last FROM public.history h
    WHERE h.object_id = OLD.content_id AND h.noun = OLD.content_type ORDER BY h.revision DESC, h.id DESC LIMIT 1;
  IF OLD.state = 'RESTORED' OR last IS DISTINCT FROM 'DELETE' THEN
    RETURN OLD;
  END IF;
  EXECUTE format('SELECT EXISTS (SELECT FROM public.%I WHERE id = $1)', OLD.content_type) INTO is_live USING OLD.content_id;
  IF is_live THEN
    RETURN OLD;
  END IF;
  PERFORM set_config('polku.erasing', 'on', true);
  DELETE FROM public.version WHERE object_id IN (OLD.content_id, OLD.id);
  DELETE FROM public.history WHERE object_id IN (OLD.content_id, OLD.id);
  PERFORM set_config('polku.erasing', 'off', true);
  RETURN OLD;
END $$;
REVOKE ALL ON FUNCTION forget_disposed() FROM PUBLIC;
CREATE TRIGGER bin_item_forget BEFORE DELETE ON bin_item FOR EACH ROW EXECUTE FUNCTION forget_disposed();
"""
BACKWARD = """
DROP TRIGGER bin_item_forget ON bin_item;
DROP FUNCTION forget_disposed();
DO $remove$ BEGIN
  IF to_regproc('append_only_until_disposed') IS NOT NULL THEN
    DROP TRIGGER history_append_only ON history;
    CREATE TRIGGER history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON history
      FOR EACH STATEMENT EXECUTE FUNCTION append_only();
    DROP FUNCTION append_only_until_disposed();
  END IF;
END $remove$;
"""


class Migration(migrations.Migration):
    """Runs after the constraints."""

    dependencies = [("models", "0031_governed_constraints")]
    operations = [ops.RunSQL(FORWARD, reverse_sql=BACKWARD)]
